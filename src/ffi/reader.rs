//! Options as the host wrote them, read by name: what is there but not asked for is refused.
//!
//! The first thing that is wrong is kept, and what is read after it is as good as missing: so whoever reads
//! asks once, at the end.

use super::Error;
use crate::name::nearest;
use crate::pieces::{concat, join};
use crate::record::{NodeId, Record, Value};
use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

/// An object of options.
pub(super) struct Reader<'r> {
    pub(super) record: &'r Record<'r>,
    node: NodeId,
    /// The names that were asked for.
    known: Vec<&'static str>,
    fault: Option<Error>,
}

impl<'r> Reader<'r> {
    /// Options at a place.
    pub(super) fn new(record: &'r Record<'r>, node: NodeId) -> Self {
        let mut reader = Self { record, node, known: Vec::new(), fault: None };
        if !matches!(record.value(node), Value::Object) {
            reader.expected("an object", node);
        }
        reader
    }

    /// Keeps what is wrong, if it is the first.
    pub(super) fn fail(&mut self, error: Error) {
        self.fault.get_or_insert(error);
    }

    /// Refuses what stands at a place.
    pub(super) fn refuse(&mut self, node: NodeId, what: &str) {
        let option = self.record.path(node).text();
        self.fail(Error::InvalidOption { option, what: what.to_owned() });
    }

    /// Refuses a value of another type.
    pub(super) fn expected(&mut self, what: &str, node: NodeId) {
        let value = self.record.value(node);
        let found = if let Value::Foreign(name) = value { name } else { value.found().word() };
        self.refuse(node, &concat(&["expected ", what, ", found ", found]));
    }

    /// The place of an option; null is as good as none.
    pub(super) fn place(&mut self, name: &'static str) -> Option<NodeId> {
        self.known.push(name);
        let node = self.record.property(self.node, name);
        node.filter(|node| {
            self.fault.is_none()
                && !matches!(self.record.value(*node), Value::Null | Value::Undefined)
        })
    }

    /// A text.
    pub(super) fn text(&mut self, name: &'static str) -> Option<&'r str> {
        self.place(name).and_then(|node| self.text_at(node))
    }

    /// The text at a place.
    pub(super) fn text_at(&mut self, node: NodeId) -> Option<&'r str> {
        let text = self.any_text_at(node);
        if text.is_some_and(|text| text.chars().any(char::is_control)) {
            self.refuse(node, "expected text without control characters");
        }
        text
    }

    /// The text at a place, control characters and all.
    pub(super) fn any_text_at(&mut self, node: NodeId) -> Option<&'r str> {
        let text = self.record.value(node).as_text();
        if text.is_none() {
            self.expected("text", node);
        }
        text
    }

    /// One word of a list.
    pub(super) fn word(&mut self, name: &'static str, words: &[&str]) -> Option<&'r str> {
        let node = self.place(name)?;
        let found = self.text_at(node)?;
        if !words.contains(&found) {
            let words = join(words, "` or `");
            self.refuse(node, &concat(&["expected `", &words, "`, found `", found, "`"]));
        }
        Some(found)
    }

    /// Texts.
    pub(super) fn texts(&mut self, name: &'static str) -> Vec<String> {
        let mut texts = Vec::new();
        for node in self.items(name) {
            if let Some(text) = self.text_at(node) {
                texts.push(text.to_owned());
            }
        }
        texts
    }

    /// The items of an array.
    pub(super) fn items(&mut self, name: &'static str) -> Vec<NodeId> {
        self.place(name).map(|list| self.items_at(list)).unwrap_or_default()
    }

    /// The items of the array at a place.
    pub(super) fn items_at(&mut self, list: NodeId) -> Vec<NodeId> {
        if !matches!(self.record.value(list), Value::List) {
            self.expected("an array", list);
        }
        self.record.children(list).map(|(_, item)| item).collect()
    }

    /// Reads the options at a place inside these.
    pub(super) fn inside<T>(&mut self, node: NodeId, read: impl FnOnce(&mut Self) -> T) -> T {
        let mut inner = Self::new(self.record, node);
        let out = read(&mut inner);
        if let Err(error) = inner.finish() {
            self.fail(error);
        }
        out
    }

    /// Refuses what was not asked for, and says what is wrong.
    pub(super) fn finish(mut self) -> Result<(), Error> {
        let mut names = self.record.children(self.node);
        if let Some((name, node)) = names.find(|(name, _)| !self.known.contains(name)) {
            match nearest(name, &mut self.known.iter().copied()).first() {
                Some(near) => {
                    self.refuse(node, &concat(&["no such option; did you mean `", near, "`?"]));
                }
                None => self.refuse(node, "no such option"),
            }
        }
        self.fault.map_or(Ok(()), Err)
    }
}
