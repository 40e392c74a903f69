//! What the host hands over: a web-form submission, a row of a CRM; untrusted, in the host's own shape.
//!
//! A record is one flat list of nodes in the order in which the host holds them, each knowing its
//! parent. So nothing here recurses however deep a record nests, a [`NodeId`] is all that a value needs
//! to know where it came from, and sorting by it is record order. What a value *means* is not decided
//! here.

use std::borrow::Cow;

use crate::issue::{Found, Path, Segment, Unreadable};

/// One value, as the host typed it.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Value<'a> {
    /// JSON's null, or JavaScript's undefined.
    Null,
    /// A boolean.
    Boolean(bool),
    /// A number; NaN and the infinities arrive as what they are.
    Number(f64),
    /// A whole number of any size, as decimal digits.
    Integer(Cow<'a, str>),
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
        matches!(self, Self::Null) || matches!(self, Self::Text(text) if trim(text).is_empty())
    }

    /// What is here, in a word.
    #[must_use]
    pub fn found(&self) -> Found {
        match self {
            Self::Null => Found::Null,
            Self::Boolean(_) => Found::Boolean,
            Self::Number(_) | Self::Integer(_) => Found::Number,
            Self::Text(_) | Self::MalformedText(_) => Found::Text,
            Self::Date(_) => Found::Date,
            Self::List => Found::List,
            Self::Object => Found::Object,
            Self::Foreign(_) | Self::Unreadable(_) => Found::Foreign,
        }
    }

    /// The same value, its text borrowed from this one.
    #[must_use]
    pub fn borrow(&self) -> Value<'_> {
        match self {
            Self::Null => Value::Null,
            Self::Boolean(value) => Value::Boolean(*value),
            Self::Number(value) => Value::Number(*value),
            Self::Integer(text) => Value::Integer(Cow::Borrowed(text)),
            Self::Text(text) => Value::Text(Cow::Borrowed(text)),
            Self::MalformedText(text) => Value::MalformedText(Cow::Borrowed(text)),
            Self::Date(text) => Value::Date(Cow::Borrowed(text)),
            Self::List => Value::List,
            Self::Object => Value::Object,
            Self::Foreign(name) => Value::Foreign(Cow::Borrowed(name)),
            Self::Unreadable(why) => Value::Unreadable(*why),
        }
    }
}

/// Drops white space, and the invisible characters that spreadsheets leave, from both ends.
#[must_use]
pub fn trim(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '\u{200B}' | '\u{FEFF}'))
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
}

impl<'a> Record<'a> {
    /// The whole record.
    pub const ROOT: NodeId = NodeId(0);

    /// Where the host stopped handing over, if it did: what follows there is not known.
    #[must_use]
    pub fn cut(&self) -> Option<NodeId> {
        let cut = |node: &Node<'_>| matches!(node.value, Value::Unreadable(Unreadable::Size));
        let place = self.nodes.iter().position(cut)?;
        u32::try_from(place).ok().map(NodeId)
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
        std::iter::from_fn(move || {
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
                Name::Key(key) => steps.push(Segment::Key(key.to_string())),
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
    /// The arrays and objects that are still open, each with the number of its next item.
    open: Vec<(u32, u32)>,
    key: Option<Cow<'a, str>>,
}

impl<'a> Builder<'a> {
    /// Names the value that comes next.
    pub fn key(&mut self, key: impl Into<Cow<'a, str>>) {
        self.key = Some(key.into());
    }

    /// Adds a value without children.
    pub fn leaf(&mut self, value: Value<'a>) {
        self.push(value);
    }

    /// Opens [`Value::List`] or [`Value::Object`].
    pub fn begin(&mut self, container: Value<'a>) {
        if let Some(id) = self.push(container) {
            self.open.push((id, 0));
        }
    }

    /// Closes what was opened last.
    pub fn end(&mut self) {
        let end = self.next_id();
        if let Some((id, _)) = self.open.pop()
            && let Some(node) = self.nodes.get_mut(id as usize)
        {
            node.end = end;
        }
    }

    /// The record; null where nothing was added. What is still open is closed.
    #[must_use]
    pub fn finish(mut self) -> Record<'a> {
        while !self.open.is_empty() {
            self.end();
        }
        if self.nodes.is_empty() {
            self.leaf(Value::Null);
        }
        Record { nodes: self.nodes }
    }

    fn next_id(&self) -> u32 {
        u32::try_from(self.nodes.len()).unwrap_or(u32::MAX)
    }

    /// `None` for a value that has no place: a second root.
    fn push(&mut self, value: Value<'a>) -> Option<u32> {
        let id = self.next_id();
        let (parent, name) = match (self.open.last_mut(), self.key.take()) {
            (Some((parent, _)), Some(key)) => (*parent, Name::Key(key)),
            (Some((parent, next)), None) => {
                let index = *next;
                *next += 1;
                (*parent, Name::Index(index))
            }
            (None, _) if id == 0 => (0, Name::Root),
            (None, _) => return None,
        };
        self.nodes.push(Node { parent, name, value, end: id + 1 });
        Some(id)
    }
}

impl<'a> From<&'a serde_json::Value> for Record<'a> {
    /// A number beyond `f64` keeps its digits.
    fn from(json: &'a serde_json::Value) -> Self {
        use serde_json::Value as Json;
        enum Step<'a> {
            Read(Option<&'a str>, &'a Json),
            End,
        }
        let mut builder = Builder::default();
        let mut todo = vec![Step::Read(None, json)];
        while let Some(step) = todo.pop() {
            let Step::Read(key, json) = step else {
                builder.end();
                continue;
            };
            if let Some(key) = key {
                builder.key(key);
            }
            match json {
                Json::Null => builder.leaf(Value::Null),
                Json::Bool(value) => builder.leaf(Value::Boolean(*value)),
                Json::Number(number) => builder.leaf(number_value(number)),
                Json::String(text) => builder.leaf(Value::Text(text.into())),
                Json::Array(items) => {
                    builder.begin(Value::List);
                    todo.push(Step::End);
                    todo.extend(items.iter().rev().map(|item| Step::Read(None, item)));
                }
                Json::Object(properties) => {
                    builder.begin(Value::Object);
                    todo.push(Step::End);
                    let properties = properties.iter().rev();
                    todo.extend(properties.map(|(key, value)| Step::Read(Some(key), value)));
                }
            }
        }
        builder.finish()
    }
}

/// Whole numbers keep their digits where a double would round them.
fn number_value(number: &serde_json::Number) -> Value<'static> {
    const EXACT: u64 = 1 << 53;
    match (number.as_i64(), number.as_f64()) {
        (Some(whole), _) if whole.unsigned_abs() > EXACT => {
            Value::Integer(whole.to_string().into())
        }
        (None, _) if number.is_u64() => Value::Integer(number.to_string().into()),
        (_, Some(double)) => Value::Number(double),
        (_, None) => Value::Integer(number.to_string().into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn places_are_in_record_order_and_know_their_path() {
        let json = json!({"a": 1, "b": {"c": [true, {"d": "x"}]}});
        let record = Record::from(&json);
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
        for there in [Value::Number(0.0), Value::Boolean(false), Value::Text("0".into())] {
            assert!(!there.is_blank(), "{there:?}");
        }
    }

    #[test]
    fn whole_numbers_beyond_a_double_keep_their_digits() {
        let json = json!([9_007_199_254_740_993_u64, u64::MAX, i64::MIN, 12, 1.5]);
        let record = Record::from(&json);
        let values: Vec<_> =
            record.children(Record::ROOT).map(|(_, id)| record.value(id).clone()).collect();
        assert_eq!(
            values,
            [
                Value::Integer("9007199254740993".into()),
                Value::Integer("18446744073709551615".into()),
                Value::Integer("-9223372036854775808".into()),
                Value::Number(12.0),
                Value::Number(1.5)
            ]
        );
    }

    #[test]
    fn a_second_root_is_left_out() {
        let mut builder = Builder::default();
        builder.leaf(Value::Boolean(true));
        builder.leaf(Value::Boolean(false));
        assert_eq!(builder.finish().value(Record::ROOT), &Value::Boolean(true));
    }
}
