//! What a mapping says by itself: literals, templates, tables.

use super::Compiler;
use crate::mapping::language::diagnostic::DiagnosticCode;
use crate::mapping::language::expression::{Literal, Lookup, Otherwise, Piece};
use crate::mapping::language::source::SourcePath;
use crate::record::{NodeId, Value, trim};
use alloc::borrow::ToOwned;
use alloc::string::ToString;
use alloc::vec::Vec;

impl<'c> Compiler<'c> {
    pub(super) fn literal(&mut self, node: NodeId) -> Option<Literal> {
        if matches!(self.spec.value(node), Value::List) {
            let items: Vec<_> =
                self.spec.children(node).map(|(_, item)| self.literal_value(item)).collect();
            return items.into_iter().collect::<Option<_>>().map(Literal::List);
        }
        self.literal_value(node).map(Literal::One)
    }

    fn literal_value(&mut self, node: NodeId) -> Option<Value<'static>> {
        Some(match self.spec.value(node) {
            Value::Null | Value::Undefined => Value::Null,
            Value::Boolean(boolean) => Value::Boolean(*boolean),
            Value::Number(number) => Value::Number(*number),
            Value::NumberText(digits) => Value::NumberText(digits.to_string().into()),
            Value::Text(text) => Value::Text(text.to_string().into()),
            Value::Date(date) => Value::Date(date.to_string().into()),
            Value::NotFinite
            | Value::MalformedText(_)
            | Value::List
            | Value::Object
            | Value::Foreign(_)
            | Value::Unreadable(_) => {
                self.expected("text, a number, a boolean, null, or an array of these", node);
                return None;
            }
        })
    }

    /// `{{First Name}} {{$.last}}`
    pub(super) fn template(&mut self, node: NodeId) -> Option<Vec<Piece>> {
        let mut rest = self.text(node, "text with places such as `{{First Name}}`")?;
        let mut pieces = Vec::new();
        while let Some((text, after)) = rest.split_once("{{") {
            let Some((place, after)) = after.split_once("}}") else {
                self.expected("`}}` after `{{`", node);
                return None;
            };
            pieces.push(Piece::Text(text.to_owned()));
            pieces.push(Piece::Place(self.path_of(trim(place), node)?));
            rest = after;
        }
        if pieces.is_empty() {
            self.expected("a place such as `{{First Name}}`; a fixed text is a `@literal`", node);
            return None;
        }
        pieces.push(Piece::Text(rest.to_owned()));
        Some(pieces)
    }

    /// The tables of `@lookup`.
    pub(super) fn lookup(&mut self, node: NodeId) -> Option<Lookup> {
        let value = self.spec.property(node, "value").and_then(|node| self.expression(node));
        let table = self.spec.property(node, "table")?;
        let filled = self.spec.children(table).next().is_some();
        if !filled || !matches!(self.spec.value(table), Value::Object) {
            self.expected("an object of words and what they become", table);
            return None;
        }
        let rows: Vec<_> =
            self.spec.children(table).map(|(word, node)| (word, self.literal(node))).collect();
        let table: Option<Vec<_>> = rows
            .into_iter()
            .map(|(word, literal)| Some((trim(word).to_owned(), literal?)))
            .collect();
        let otherwise = self.otherwise(node);
        let (value, table, otherwise) = (value?, table?, otherwise?);
        let by_word = table.iter().map(|(word, _)| word.clone()).collect();
        let by_lower = table.iter().map(|(word, _)| word.to_lowercase()).collect();
        Some(Lookup { value, table, by_word, by_lower, otherwise })
    }

    fn otherwise(&mut self, node: NodeId) -> Option<Otherwise> {
        let Some(node) = self.spec.property(node, "else") else { return Some(Otherwise::Issue) };
        let value = self.spec.value(node);
        match value.as_text() {
            Some("issue") => Some(Otherwise::Issue),
            Some("value") => Some(Otherwise::Value),
            None if *value == Value::Null => Some(Otherwise::Expression(super::expression::null())),
            None if *value == Value::Object => self.expression(node).map(Otherwise::Expression),
            Some(_) | None => {
                self.expected("`\"issue\"`, `\"value\"`, null or a directive", node);
                None
            }
        }
    }

    /// A path, if it is one and the columns have it.
    pub(super) fn path_of(&mut self, text: &str, node: NodeId) -> Option<SourcePath> {
        let Some(path) = SourcePath::compile(text) else {
            self.say(DiagnosticCode::InvalidPath, node, Vec::new());
            return None;
        };
        if !self.in_each || path.is_of_record() {
            let asked = path.column().is_some_and(|name| self.asked.iter().any(|one| one == name));
            let optional = self.optional || asked;
            if let Err(near) = self.columns.read(&path) {
                self.say(DiagnosticCode::UnknownColumn { optional }, node, near);
            }
        }
        Some(path)
    }

    /// What is borrowed is the mapping, not the compiler.
    pub(super) fn text(&mut self, node: NodeId, what: &str) -> Option<&'c str> {
        let spec = self.spec;
        let text = spec.value(node).as_text();
        if text.is_none() {
            self.expected(what, node);
        }
        text
    }
}
