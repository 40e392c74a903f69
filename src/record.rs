//! What the host hands over: a web-form submission, a row of a CRM; untrusted, in the host's own shape.
//!
//! A record is one flat list of nodes in the order in which the host holds them, each knowing its
//! parent. So nothing here recurses however deep a record nests, a [`NodeId`] is all that a value needs
//! to know where it came from, and sorting by it is record order. What a value *means* is not decided
//! here.

use alloc::borrow::Cow;
use alloc::borrow::ToOwned;
use alloc::vec::Vec;

use crate::decimal::{self, Decimal};
use crate::issue::{Found, Path, Segment, Unreadable};

/// One value, as the host typed it.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Value<'a> {
    /// JSON's null.
    Null,
    /// JavaScript's undefined: a property that has it is as good as left out.
    Undefined,
    /// A boolean.
    Boolean(bool),
    /// A number.
    Number(Decimal),
    /// A number in the host's own digits, which may be more than a double holds.
    NumberText(Cow<'a, str>),
    /// JavaScript's NaN, or one of its infinities.
    NotFinite,
    /// Text.
    Text(Cow<'a, str>),
    /// Text with half of a surrogate pair in it; each is replaced by U+FFFD.
    MalformedText(Cow<'a, str>),
    /// A moment, as RFC 3339 in UTC.
    Date(Cow<'a, str>),
    /// An array; its items are its children.
    List,
    /// An object; its properties are its children.
    Object,
    /// What is no data: a function, a file, a symbol.
    Foreign(Cow<'a, str>),
    /// What the host could not hand over.
    Unreadable(Unreadable),
}

impl Value<'_> {
    /// Whether there is nothing here: null, or text of white space only. `0` and `false` are something.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Null | Self::Undefined => true,
            Self::Text(text) | Self::NumberText(text) => {
                let graphic = text.as_bytes().first().is_some_and(u8::is_ascii_graphic);
                !graphic && trim(text).is_empty()
            }
            Self::Boolean(_)
            | Self::Number(_)
            | Self::NotFinite
            | Self::MalformedText(_)
            | Self::Date(_)
            | Self::List
            | Self::Object
            | Self::Foreign(_)
            | Self::Unreadable(_) => false,
        }
    }

    /// What is here, in a word.
    #[must_use]
    pub fn found(&self) -> Found {
        match self {
            Self::Null | Self::Undefined => Found::Null,
            Self::Boolean(_) => Found::Boolean,
            Self::Number(_) | Self::NumberText(_) | Self::NotFinite => Found::Number,
            Self::Text(_) | Self::MalformedText(_) => Found::Text,
            Self::Date(_) => Found::Date,
            Self::List => Found::List,
            Self::Object => Found::Object,
            Self::Foreign(_) | Self::Unreadable(_) => Found::Foreign,
        }
    }

    /// The text, as far as this is well-formed text.
    #[must_use]
    pub fn as_text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    /// The number that a double holds, or why none does; `None` for what is no number.
    #[must_use]
    pub fn number(&self) -> Option<Result<Decimal, decimal::Fault>> {
        match self {
            Self::Number(number) => Some(Ok(*number)),
            Self::NumberText(text) => Some(Decimal::of_double(text)),
            Self::NotFinite => Some(Err(decimal::Fault::NotFinite)),
            Self::Null
            | Self::Undefined
            | Self::Boolean(_)
            | Self::Text(_)
            | Self::MalformedText(_)
            | Self::Date(_)
            | Self::List
            | Self::Object
            | Self::Foreign(_)
            | Self::Unreadable(_) => None,
        }
    }
}

/// Drops white space, and the invisible characters that spreadsheets leave, from both ends.
#[must_use]
pub fn trim(text: &str) -> &str {
    let graphic = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_graphic);
    if graphic(text.as_bytes().first()) && graphic(text.as_bytes().last()) {
        return text;
    }
    text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '\u{200B}' | '\u{FEFF}'))
}

/// A part of a text: not copied where the text itself is not.
pub(crate) fn part<'a>(text: &Cow<'a, str>, cut: impl FnOnce(&str) -> &str) -> Cow<'a, str> {
    match text {
        Cow::Borrowed(text) => Cow::Borrowed(cut(text)),
        Cow::Owned(text) => Cow::Owned(cut(text).to_owned()),
    }
}

/// A place in a record. Smaller ids come earlier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(u32);

/// What a node is called by its parent.
#[derive(Clone, Debug, PartialEq)]
enum Name<'a> {
    Root,
    Key(Cow<'a, str>),
    Index(u32),
}

#[derive(Clone, Debug, PartialEq)]
struct Node<'a> {
    parent: u32,
    name: Name<'a>,
    value: Value<'a>,
    /// One past the last descendant.
    end: u32,
}

/// A record, in the order in which the host holds it.
#[derive(Clone, Debug, PartialEq)]
pub struct Record<'a> {
    nodes: Vec<Node<'a>>,
    cut: Option<NodeId>,
    malformed_key: bool,
}

impl<'a> Record<'a> {
    /// The whole record.
    pub const ROOT: NodeId = NodeId(0);

    /// Where the host stopped handing over, if it did: what follows there is not known.
    #[must_use]
    pub fn cut(&self) -> Option<NodeId> {
        self.cut
    }

    /// Whether no text and no key had half of a surrogate pair in it, of which U+FFFD is all that is left.
    #[must_use]
    pub fn is_well_formed(&self) -> bool {
        let malformed = |node: &Node<'_>| matches!(node.value, Value::MalformedText(_));
        !self.malformed_key && !self.nodes.iter().any(malformed)
    }

    /// The value at a place; null for a place of another record.
    #[must_use]
    pub fn value(&self, id: NodeId) -> &Value<'a> {
        self.node(id).map_or(&Value::Null, |node| &node.value)
    }

    /// The properties of an object in their order, or the items of an array with an empty name.
    pub fn children(&self, id: NodeId) -> impl Iterator<Item = (&str, NodeId)> {
        let end = self.node(id).map_or(0, |node| node.end);
        let mut next = id.0 + 1;
        core::iter::from_fn(move || {
            if next >= end {
                return None;
            }
            let child = NodeId(next);
            let node = self.node(child)?;
            next = node.end;
            let name = match &node.name {
                Name::Key(key) => key.as_ref(),
                Name::Root | Name::Index(_) => "",
            };
            Some((name, child))
        })
    }

    /// The property of an object.
    #[must_use]
    pub fn property(&self, object: NodeId, key: &str) -> Option<NodeId> {
        let object = matches!(self.value(object), Value::Object).then_some(object)?;
        self.children(object).find(|(name, _)| *name == key).map(|(_, id)| id)
    }

    /// The item of an array.
    #[must_use]
    pub fn item(&self, list: NodeId, index: usize) -> Option<NodeId> {
        let list = matches!(self.value(list), Value::List).then_some(list)?;
        self.children(list).nth(index).map(|(_, id)| id)
    }

    /// The steps from the whole record to a place.
    #[must_use]
    pub fn path(&self, id: NodeId) -> Path {
        let mut steps = Vec::new();
        let mut at = self.node(id);
        while let Some(node) = at {
            match &node.name {
                Name::Root => break,
                Name::Key(key) => steps.push(Segment::Key((**key).to_owned())),
                Name::Index(index) => steps.push(Segment::Index(*index as usize)),
            }
            at = self.node(NodeId(node.parent));
        }
        steps.reverse();
        Path(steps)
    }

    fn node(&self, id: NodeId) -> Option<&Node<'a>> {
        self.nodes.get(id.0 as usize)
    }
}

/// Makes a [`Record`] from what a host reads off its own values, in order.
///
/// ```
/// use quo_contacts::record::{Builder, Record, Value};
///
/// let mut builder = Builder::default();
/// builder.begin(Value::Object);
/// builder.key("firstName");
/// builder.leaf(Value::Text("Ada".into()));
/// builder.end();
/// let record = builder.finish();
/// let name = record.property(Record::ROOT, "firstName").unwrap();
/// assert_eq!(record.value(name), &Value::Text("Ada".into()));
/// ```
#[derive(Debug, Default)]
pub struct Builder<'a> {
    nodes: Vec<Node<'a>>,
    cut: Option<NodeId>,
    /// The array or object that was opened last. While one is open, the end of its node counts its items.
    open: Option<u32>,
    depth: usize,
    key: Option<Cow<'a, str>>,
    malformed_key: bool,
}

impl<'a> Builder<'a> {
    /// A builder with room for so many values.
    #[must_use]
    pub fn with_capacity(values: usize) -> Self {
        Self { nodes: Vec::with_capacity(values), ..Self::default() }
    }

    /// Names the value that comes next.
    pub fn key(&mut self, key: impl Into<Cow<'a, str>>) {
        self.key = Some(key.into());
    }

    /// Says that the key had half of a surrogate pair in it.
    pub(crate) fn malformed_key(&mut self) {
        self.malformed_key = true;
    }

    /// Adds a value without children.
    pub fn leaf(&mut self, value: Value<'a>) {
        self.push(value);
    }

    /// Opens [`Value::List`] or [`Value::Object`].
    pub fn begin(&mut self, container: Value<'a>) {
        if let Some(id) = self.push(container) {
            if let Some(node) = self.nodes.get_mut(id as usize) {
                node.end = 0;
            }
            self.open = Some(id);
            self.depth += 1;
        }
    }

    /// Closes what was opened last.
    pub fn end(&mut self) {
        let end = self.next_id();
        let Some(id) = self.open else { return };
        if let Some(node) = self.nodes.get_mut(id as usize) {
            node.end = end;
            // Only the root is its own parent.
            self.open = (node.parent != id).then_some(node.parent);
            self.depth -= 1;
        }
    }

    /// How many arrays and objects are open.
    #[must_use]
    pub fn depth(&self) -> usize {
        self.depth
    }

    /// The record; null where nothing was added. What is still open is closed.
    #[must_use]
    pub fn finish(mut self) -> Record<'a> {
        while self.open.is_some() {
            self.end();
        }
        Record { nodes: self.nodes, cut: self.cut, malformed_key: self.malformed_key }
    }

    fn next_id(&self) -> u32 {
        u32::try_from(self.nodes.len()).unwrap_or(u32::MAX)
    }

    /// `None` for a value that has no place: a second root.
    fn push(&mut self, value: Value<'a>) -> Option<u32> {
        let id = self.next_id();
        let open = self.open.and_then(|open| Some((open, self.nodes.get_mut(open as usize)?)));
        let (parent, name) = match (open, self.key.take()) {
            (Some((parent, _)), Some(key)) => (parent, Name::Key(key)),
            (Some((parent, node)), None) => {
                let index = node.end;
                node.end += 1;
                (parent, Name::Index(index))
            }
            (None, _) if id == 0 => (0, Name::Root),
            (None, _) => return None,
        };
        if matches!(value, Value::Unreadable(Unreadable::Size)) {
            self.cut.get_or_insert(NodeId(id));
        }
        self.nodes.push(Node { parent, name, value, end: id + 1 });
        Some(id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    #[test]
    fn places_are_in_record_order_and_know_their_path() {
        let json = r#"{"a": 1, "b": {"c": [true, {"d": "x"}]}}"#;
        let record = Record::from_json(json).unwrap();
        let b = record.property(Record::ROOT, "b").unwrap();
        let list = record.property(b, "c").unwrap();
        let d = record.property(record.item(list, 1).unwrap(), "d").unwrap();
        assert_eq!(record.path(d).to_string(), "b.c[1].d");
        assert_eq!(record.value(d), &Value::Text("x".into()));
        assert!(b < list && list < d);
        assert_eq!(record.item(list, 2), None);
        assert_eq!(record.property(list, "d"), None);
    }

    #[test]
    fn nesting_costs_no_stack() {
        let mut builder = Builder::default();
        for _ in 0..1_000_000 {
            builder.begin(Value::List);
        }
        let record = builder.finish();
        assert_eq!(record.children(Record::ROOT).count(), 1);
        assert_eq!(record.path(NodeId(999_999)).0.len(), 999_999);
    }

    #[test]
    fn blank_is_neither_zero_nor_false() {
        for blank in [Value::Null, Value::Text("".into()), Value::Text(" \u{A0}\u{FEFF}\n".into())]
        {
            assert!(blank.is_blank(), "{blank:?}");
        }
        for there in
            [Value::Number(Decimal::default()), Value::Boolean(false), Value::Text("0".into())]
        {
            assert!(!there.is_blank(), "{there:?}");
        }
    }

    #[test]
    fn a_second_root_is_left_out() {
        let mut builder = Builder::default();
        builder.leaf(Value::Boolean(true));
        builder.leaf(Value::Boolean(false));
        assert_eq!(builder.finish().value(Record::ROOT), &Value::Boolean(true));
    }
}
