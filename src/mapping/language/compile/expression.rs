//! Expressions: a column, a path, or a directive with what it takes.

use super::{Compiler, DEEPEST, MOST_EXPRESSIONS};
use crate::field::address::Part;
use crate::field::date::DateFormat;
use crate::field::number::DecimalMark;
use crate::mapping::language::diagnostic::DiagnosticCode;
use crate::mapping::language::directive::{Argument, DIRECTIVES, Directive, Word};
use crate::mapping::language::expression::{
    Change, Condition, Country, Each, Expression, If, Literal,
};
use crate::name::nearest;
use crate::phone::Region;
use crate::record::{NodeId, Value};
use alloc::borrow::ToOwned;
use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use alloc::string::ToString;
use alloc::vec;
use alloc::vec::Vec;

/// What is null on purpose.
pub(super) fn null() -> Expression {
    Expression::Literal(Literal::One(Value::Null))
}

impl Compiler<'_> {
    /// `None` for what is none; all that is wrong with it has been said.
    pub(super) fn expression(&mut self, node: NodeId) -> Option<Expression> {
        self.expressions += 1;
        if self.expressions > MOST_EXPRESSIONS {
            if self.expressions == MOST_EXPRESSIONS + 1 {
                let code = DiagnosticCode::TooLarge { what: "expressions", max: MOST_EXPRESSIONS };
                self.say(code, node, Vec::new());
            }
            return None;
        }
        if self.depth == DEEPEST {
            let code = DiagnosticCode::TooLarge { what: "levels of expressions", max: DEEPEST };
            self.say(code, node, Vec::new());
            return None;
        }
        self.depth += 1;
        let expression = self.expression_here(node);
        self.depth -= 1;
        expression
    }

    fn expression_here(&mut self, node: NodeId) -> Option<Expression> {
        if let Some(path) = self.spec.value(node).as_text() {
            return self.path_of(path, node).map(Expression::Path);
        }
        let mut names = self.spec.children(node);
        match (names.next(), names.next()) {
            (Some((name, _)), Some(_)) if name.starts_with('@') => {
                self.say(DiagnosticCode::SeveralDirectives, node, Vec::new());
                None
            }
            (Some((name, argument)), _) if !name.is_empty() => self.directive(name, argument),
            _ => {
                let what = "a column, a path, or a directive such as `{ \"@literal\": 1 }`";
                self.expected(what, node);
                None
            }
        }
    }

    fn directive(&mut self, name: &str, argument: NodeId) -> Option<Expression> {
        if !name.starts_with('@') {
            let what = "a directive, which begins with `@`; items with a `value` are for e-mails and phone numbers";
            self.expected(what, argument);
            return None;
        }
        let Some(directive) = DIRECTIVES.iter().find(|one| one.name == name) else {
            let near = nearest(name, &mut DIRECTIVES.iter().map(|one| one.name));
            self.say(DiagnosticCode::UnknownDirective, argument, near);
            return None;
        };
        self.verify_argument(directive, argument)?;
        // With a single argument, the value stands by itself.
        let value = self.spec.property(argument, "value");
        let value = if self.is_short(argument) { argument } else { value.unwrap_or(argument) };
        let change = |change| move |value| Expression::Change { value: Box::new(value), change };
        match directive.word {
            Word::Path => {
                let path = self.text(argument, "a path such as `$.a['b c'][0]`")?.to_owned();
                self.path_of(&path, argument).map(Expression::Path)
            }
            Word::Literal => self.literal(argument).map(Expression::Literal),
            Word::Template => self.template(argument).map(Expression::Template),
            Word::First => self.first(argument),
            Word::If => self.condition(argument),
            Word::Split => self.split(argument, value),
            Word::Join => self.join(argument),
            Word::Lookup => {
                self.lookup(argument).map(|lookup| Expression::Lookup(Box::new(lookup)))
            }
            Word::Each => self.each(argument, value),
            Word::Trim => self.expression(argument).map(change(Change::Trim)),
            Word::Lower => self.expression(argument).map(change(Change::Lower)),
            Word::Upper => self.expression(argument).map(change(Change::Upper)),
            Word::NameGiven => self.expression(argument).map(change(Change::NameGiven)),
            Word::NameFamily => self.expression(argument).map(change(Change::NameFamily)),
            Word::Replace => {
                let inner = self.expression(value);
                let pattern = self.separator(argument, "pattern");
                let replacement = self.spec.property(argument, "replacement")?;
                let replacement = self.text(replacement, "text")?.to_owned();
                let replace = Change::Replace { pattern: pattern?, replacement };
                inner.map(change(replace))
            }
            Word::Phone => {
                let inner = self.expression(value);
                let country = match self.spec.property(argument, "country") {
                    None => None,
                    Some(node) => Some(self.country(node)?),
                };
                inner.map(|inner| Expression::Phone { value: Box::new(inner), country })
            }
            Word::Date => {
                let inner = self.expression(value);
                let formats = match self.spec.property(argument, "formats") {
                    None => Vec::new(),
                    Some(node) => self.date_formats(node)?,
                };
                inner.map(|inner| Expression::Date { value: Box::new(inner), formats })
            }
            Word::Number => {
                let inner = self.expression(value);
                let mark = match self.spec.property(argument, "locale") {
                    None => None,
                    Some(node) => Some(self.mark(node)?),
                };
                inner.map(|inner| Expression::Number { value: Box::new(inner), mark })
            }
            Word::Address => self.address(argument),
        }
    }

    fn verify_argument(&mut self, directive: &Directive, argument: NodeId) -> Option<()> {
        match directive.argument {
            Argument::Alone(_) => Some(()),
            Argument::Properties { short: true, .. } if self.is_short(argument) => Some(()),
            Argument::Properties { properties, .. } => self.verify(argument, properties),
        }
    }

    /// Whether an expression stands where properties could.
    fn is_short(&self, argument: NodeId) -> bool {
        !self.is_group(argument)
    }

    fn first(&mut self, argument: NodeId) -> Option<Expression> {
        if !matches!(self.spec.value(argument), Value::List) {
            self.expected("an array of expressions", argument);
            return None;
        }
        let several = self.spec.children(argument).nth(1).is_some();
        let outer = self.optional;
        self.optional |= several;
        let all = self.expressions(argument);
        self.optional = outer;
        all.map(Expression::First)
    }

    fn expressions(&mut self, list: NodeId) -> Option<Vec<Expression>> {
        let all: Vec<_> = self.spec.children(list).map(|(_, node)| self.expression(node)).collect();
        if all.is_empty() {
            self.expected("one expression at least", list);
            return None;
        }
        all.into_iter().collect()
    }

    fn condition(&mut self, argument: NodeId) -> Option<Expression> {
        let part = |name| self.spec.property(argument, name);
        let (condition, subject) = match (part("exists"), part("blank")) {
            (Some(subject), None) => (Condition::Exists, subject),
            (None, Some(subject)) => (Condition::Blank, subject),
            (None, None) | (Some(_), Some(_)) => {
                self.expected("either `exists` or `blank`", argument);
                return None;
            }
        };
        let outer = core::mem::replace(&mut self.optional, true);
        let subject = self.expression(subject);
        self.optional = outer;
        let asked = self.asked.len();
        if let Some(Expression::Path(path)) = &subject {
            self.asked.extend(path.column().map(str::to_owned));
        }
        let then = self.spec.property(argument, "then").and_then(|node| self.expression(node));
        // Null is meant, as it is in `@lookup`.
        let is_null = |node: &NodeId| *self.spec.value(*node) == Value::Null;
        let otherwise = match self.spec.property(argument, "else") {
            None => Some(None),
            Some(node) if is_null(&node) => Some(Some(null())),
            Some(node) => self.expression(node).map(Some),
        };
        self.asked.truncate(asked);
        let otherwise = otherwise?;
        let (subject, then) = (subject?, then?);
        Some(Expression::If(Box::new(If { condition, subject, then, otherwise })))
    }

    fn split(&mut self, argument: NodeId, value: NodeId) -> Option<Expression> {
        let inner = self.expression(value);
        let separator = self.separator(argument, "separator");
        let index = match self.spec.property(argument, "index") {
            None => None,
            Some(node) => {
                let whole = self.spec.value(node).number().and_then(Result::ok);
                let whole = whole.and_then(crate::decimal::Decimal::to_whole);
                let index = whole.and_then(|whole| usize::try_from(whole).ok());
                if index.is_none() {
                    self.expected("a whole number from 0", node);
                }
                Some(index?)
            }
        };
        Some(Expression::Split { value: Box::new(inner?), separator: separator?, index })
    }

    fn join(&mut self, argument: NodeId) -> Option<Expression> {
        let values = self.spec.property(argument, "values")?;
        let values = if matches!(self.spec.value(values), Value::List) {
            self.expressions(values)
        } else {
            self.expression(values).map(|one| vec![one])
        };
        let separator = self.spec.property(argument, "separator")?;
        let separator = self.text(separator, "text")?.to_owned();
        Some(Expression::Join { values: values?, separator })
    }

    fn each(&mut self, argument: NodeId, value: NodeId) -> Option<Expression> {
        if self.in_each || self.in_list {
            self.say(DiagnosticCode::NestedEach, argument, Vec::new());
            return None;
        }
        for name in ["label", "name"] {
            if let Some(node) = self.spec.property(argument, name) {
                self.expected(
                    format!("no `{name}` but where e-mails or phone numbers are fed"),
                    node,
                );
                return None;
            }
        }
        let list = self.list_of(argument);
        self.in_each = true;
        let value = self.expression(value);
        self.in_each = false;
        Some(Expression::Each(Box::new(Each { list: list?, value: value? })))
    }

    /// What an `@each` goes through.
    pub(super) fn list_of(&mut self, each: NodeId) -> Option<Expression> {
        let node = self.spec.property(each, "in")?;
        let outer = core::mem::replace(&mut self.in_list, true);
        let list = self.expression(node);
        self.in_list = outer;
        list
    }

    /// A text that is not empty; it may be a tab or a line break.
    fn separator(&mut self, argument: NodeId, name: &str) -> Option<String> {
        let node = self.spec.property(argument, name)?;
        let text = self.spec.value(node).as_text().filter(|text| !text.is_empty());
        let text = text.map(str::to_owned);
        if text.is_none() {
            self.expected("text of one character at least", node);
        }
        text
    }

    /// A code of a country is itself; any other expression says where the code stands.
    fn country(&mut self, node: NodeId) -> Option<Country> {
        let code = self.spec.value(node).as_text().and_then(Region::from_code);
        if let Some(region) = code {
            return Some(Country::Fixed(region));
        }
        let text = self.spec.value(node).as_text();
        let short = text
            .filter(|text| text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_uppercase()));
        if short.is_some_and(|short| !self.columns.has(short)) {
            let what = "a country's ISO 3166-1 code such as `GB`, or the column in which it stands";
            self.expected(what, node);
            return None;
        }
        self.expression(node).map(|code| Country::Read(Box::new(code)))
    }

    fn date_formats(&mut self, list: NodeId) -> Option<Vec<DateFormat>> {
        if !matches!(self.spec.value(list), Value::List) {
            self.expected("an array of forms of dates such as `DD.MM.YYYY`", list);
            return None;
        }
        let mut formats = Vec::new();
        for (_, node) in self.spec.children(list) {
            let text = self.text(node, "a form of dates such as `DD.MM.YYYY`")?;
            match DateFormat::compile(text) {
                Ok(format) => formats.push(format),
                Err(error) => {
                    let message = error.to_string();
                    let message = message.strip_prefix("expected ").unwrap_or(&message);
                    self.expected(message, node);
                    return None;
                }
            }
        }
        Some(formats)
    }

    fn mark(&mut self, node: NodeId) -> Option<DecimalMark> {
        let mark = self.spec.value(node).as_text().and_then(DecimalMark::of_locale);
        if mark.is_none() {
            self.expected("a BCP 47 tag such as `de-DE`", node);
        }
        mark
    }

    fn address(&mut self, argument: NodeId) -> Option<Expression> {
        let mut parts = Vec::new();
        for (name, node) in self.spec.children(argument) {
            if let (Some(part), Some(value)) = (Part::from_name(name), self.expression(node)) {
                parts.push((part, value));
            }
        }
        if self.spec.children(argument).next().is_none() {
            self.expected("one part of the address at least", argument);
        }
        (!parts.is_empty()).then_some(Expression::Address(parts))
    }
}
