//! Objects of an answer, read by the names of their properties. Answers are promised by somebody else, so that
//! nothing here is an error: what is not as it should be is not there.

use super::write::Raw;
use crate::record::{NodeId, Record, Value};
use alloc::borrow::ToOwned;
use alloc::string::String;

/// An object of an answer, read by the names of its properties. What has another type than was promised
/// is as good as missing.
#[derive(Clone, Copy)]
pub(crate) struct Object<'r> {
    record: &'r Record<'r>,
    node: NodeId,
}

impl<'r> Object<'r> {
    /// The whole record, if it is an object.
    pub(crate) fn root(record: &'r Record<'_>) -> Option<Self> {
        Self::at(record, Record::ROOT)
    }

    fn at(record: &'r Record<'r>, node: NodeId) -> Option<Self> {
        matches!(record.value(node), Value::Object).then_some(Self { record, node })
    }

    /// Whether the whole answer is as it came: see [`Record::is_well_formed`].
    pub(crate) fn is_well_formed(self) -> bool {
        self.record.is_well_formed()
    }

    /// A property's place.
    pub(crate) fn place(self, name: &str) -> Option<NodeId> {
        self.record.property(self.node, name)
    }

    /// A text.
    pub(crate) fn text(self, name: &str) -> Option<String> {
        self.record.value(self.place(name)?).as_text().map(str::to_owned)
    }

    /// An object.
    pub(crate) fn object(self, name: &str) -> Option<Self> {
        Self::at(self.record, self.place(name)?)
    }

    /// The objects of an array; `None` where there is no array.
    pub(crate) fn objects(self, name: &str) -> Option<impl Iterator<Item = Self>> {
        Some(self.items(name)?.flatten())
    }

    /// The items of an array, each if it is an object; `None` where there is no array.
    pub(crate) fn items(self, name: &str) -> Option<impl Iterator<Item = Option<Self>>> {
        let list = self.place(name)?;
        let items = matches!(self.record.value(list), Value::List)
            .then_some(())
            .map(|()| self.record.children(list));
        Some(items?.map(move |(_, item)| Self::at(self.record, item)))
    }

    /// The names of all properties with their values as JSON.
    pub(crate) fn members(self) -> impl Iterator<Item = (&'r str, Raw)> {
        let members = self.record.children(self.node);
        members.map(move |(name, node)| (name, Raw::of(self.record, node)))
    }

    /// A value as JSON, its numbers to the digit.
    pub(crate) fn raw(self, name: &str) -> Option<Raw> {
        Some(Raw::of(self.record, self.place(name)?))
    }
}
