//! Options as the host wrote them, read by name: what is there but not asked for is refused.

use super::Error;
use crate::name::nearest;
use crate::record::{NodeId, Record, Value};
use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

/// An object of options.
pub(super) struct Reader<'r> {
    record: &'r Record<'r>,
    node: NodeId,
    /// The names that were asked for.
    known: Vec<&'static str>,
}

/// The refusal of what stands at a place.
pub(super) fn refuse(record: &Record<'_>, node: NodeId, what: impl Into<String>) -> Error {
    Error::InvalidOption { option: record.path(node).text(), what: what.into() }
}

/// The refusal of a value of another type.
pub(super) fn expected(what: &str, record: &Record<'_>, node: NodeId) -> Error {
    let value = record.value(node);
    let found = if let Value::Foreign(name) = value { name } else { value.found().word() };
    refuse(record, node, ["expected ", what, ", found ", found].concat())
}

/// A text at a place.
pub(super) fn text<'r>(record: &'r Record<'r>, node: NodeId) -> Result<&'r str, Error> {
    let text = record.value(node).as_text().ok_or_else(|| expected("text", record, node))?;
    if text.chars().any(char::is_control) {
        return Err(refuse(record, node, "expected text without control characters"));
    }
    Ok(text)
}

/// The items of an array at a place.
pub(super) fn items<'r, T>(
    record: &'r Record<'r>,
    list: NodeId,
    read: impl Fn(&'r Record<'r>, NodeId) -> Result<T, Error>,
) -> Result<Vec<T>, Error> {
    if !matches!(record.value(list), Value::List) {
        return Err(expected("an array", record, list));
    }
    record.children(list).map(|(_, item)| read(record, item)).collect()
}

/// The properties of an object at a place, in their order.
pub(super) fn pairs<'r, T>(
    record: &'r Record<'r>,
    object: NodeId,
    read: impl Fn(&'r Record<'r>, NodeId) -> Result<T, Error>,
) -> Result<Vec<(&'r str, T)>, Error> {
    if !matches!(record.value(object), Value::Object) {
        return Err(expected("an object", record, object));
    }
    record.children(object).map(|(name, node)| Ok((name, read(record, node)?))).collect()
}

impl<'r> Reader<'r> {
    /// Options at a place.
    pub(super) fn new(record: &'r Record<'r>, node: NodeId) -> Result<Self, Error> {
        if !matches!(record.value(node), Value::Object) {
            return Err(expected("an object", record, node));
        }
        Ok(Self { record, node, known: Vec::new() })
    }

    /// An option; null is as good as none.
    pub(super) fn read<T>(
        &mut self,
        name: &'static str,
        read: impl FnOnce(&'r Record<'r>, NodeId) -> Result<T, Error>,
    ) -> Result<Option<T>, Error> {
        self.known.push(name);
        let node = self.record.property(self.node, name);
        let node = node.filter(|node| !matches!(self.record.value(*node), Value::Null));
        node.map(|node| read(self.record, node)).transpose()
    }

    /// One word of a list.
    pub(super) fn word<T: Copy>(
        &mut self,
        name: &'static str,
        words: &[(&str, T)],
    ) -> Result<Option<T>, Error> {
        self.read(name, |record, node| {
            let found = text(record, node)?;
            let known = words.iter().find(|(word, _)| *word == found);
            known.map(|(_, meaning)| *meaning).ok_or_else(|| {
                let words: Vec<_> = words.iter().map(|(word, _)| *word).collect();
                let words = words.join("` or `");
                refuse(record, node, ["expected `", &words, "`, found `", found, "`"].concat())
            })
        })
    }

    /// Refuses what was not asked for.
    pub(super) fn finish(self) -> Result<(), Error> {
        let mut names = self.record.children(self.node);
        let Some((name, node)) = names.find(|(name, _)| !self.known.contains(name)) else {
            return Ok(());
        };
        let what = match nearest(name, self.known.into_iter()).first() {
            Some(near) => ["no such option; did you mean `", near, "`?"].concat(),
            None => "no such option".to_owned(),
        };
        Err(refuse(self.record, node, what))
    }
}
