//! Paths into a record: `Email`, `address.city`, `$.phones[0]['the number']`.

use crate::finding::Origin;
use crate::issue::Segment;
use crate::record::{NodeId, Record, Value};
use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

/// A compiled path into a record.
///
/// Headers of spreadsheets hold dots and brackets, so a property of exactly this name comes first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourcePath {
    whole: String,
    base: Base,
    steps: Vec<Segment>,
}

/// Where a path begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Base {
    /// At the record; inside `@each` at the item.
    Here,
    /// At the record, wherever it stands: `$$`.
    Record,
}

/// What a path leads to.
#[derive(Clone)]
pub(super) enum Place {
    Here(NodeId),
    Missing(Origin),
}

impl SourcePath {
    /// Compiles a path. One that begins with `$` is held to its form; another that is none (`Tel.`,
    /// `Price [EUR]`) is a property's name. `None` if it is empty, or `$.a[`.
    #[must_use]
    pub fn compile(path: &str) -> Option<Self> {
        let whole = path.to_owned();
        for (sign, base) in [("$$", Base::Record), ("$", Base::Here)] {
            let rest = path
                .strip_prefix(sign)
                .filter(|rest| matches!(first(rest), None | Some('.' | '[')));
            if let Some(rest) = rest {
                return Some(Self { whole, base, steps: quoted_steps(rest)? });
            }
        }
        let steps = steps(path).unwrap_or_else(|| vec![path.into()]);
        (!path.is_empty()).then_some(Self { whole, base: Base::Here, steps })
    }

    /// The property of the record that the path begins with, where it begins with one.
    pub(super) fn column(&self) -> Option<&str> {
        self.steps.first().and_then(|step| match step {
            Segment::Key(key) => Some(key.as_str()),
            Segment::Index(_) => None,
        })
    }

    /// The path as it was written.
    pub(super) fn text(&self) -> &str {
        &self.whole
    }

    /// Whether it begins at the record wherever it stands.
    pub(super) fn is_of_record(&self) -> bool {
        self.base == Base::Record
    }

    /// Whether it is the place itself where it begins.
    pub(super) fn is_whole(&self) -> bool {
        self.steps.is_empty()
    }

    /// What the path leads to from a place of the record.
    pub(super) fn find(&self, record: &Record<'_>, here: NodeId) -> Place {
        let mut at = if self.base == Base::Record { Record::ROOT } else { here };
        let there = |node: &NodeId| *record.value(*node) != Value::Undefined;
        if let Some(node) = record.property(at, &self.whole).filter(there) {
            return Place::Here(node);
        }
        for (done, step) in self.steps.iter().enumerate() {
            let next = match step {
                Segment::Key(key) => record.property(at, key),
                Segment::Index(index) => record.item(at, *index),
            };
            let Some(node) = next.filter(there) else {
                let rest = self.steps.get(done..).unwrap_or_default().to_vec();
                return Place::Missing(Origin::missing(at, rest));
            };
            at = node;
        }
        Place::Here(at)
    }
}

fn first(text: &str) -> Option<char> {
    text.chars().next()
}

/// The steps behind `$`: `.name`, `[0]`, `['any name']`; a backslash stands before a quote or another one.
fn quoted_steps(mut rest: &str) -> Option<Vec<Segment>> {
    let mut steps = Vec::new();
    while !rest.is_empty() {
        if let Some(name) = rest.strip_prefix('.') {
            let (name, after) =
                name.split_at_checked(name.find(['.', '[']).unwrap_or(name.len()))?;
            (!name.is_empty()).then_some(())?;
            steps.push(Segment::from(name));
            rest = after;
            continue;
        }
        let inside = rest.strip_prefix('[')?;
        if let Some(quote @ ('\'' | '"')) = first(inside) {
            let (name, after) = quoted(inside.strip_prefix(quote)?, quote)?;
            steps.push(Segment::Key(name));
            rest = after.strip_prefix(']')?;
        } else {
            let (digits, after) = inside.split_once(']')?;
            steps.push(Segment::Index(index(digits)?));
            rest = after;
        }
    }
    Some(steps)
}

/// A name up to its closing quote, and what follows.
fn quoted(text: &str, quote: char) -> Option<(String, &str)> {
    let mut name = String::new();
    let mut chars = text.chars();
    loop {
        match chars.next()? {
            '\\' => name.push(chars.next()?),
            c if c == quote => return Some((name, chars.as_str())),
            c => name.push(c),
        }
    }
}

fn index(digits: &str) -> Option<usize> {
    let all = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().ok().filter(|_| all)
}

/// The steps of a path; `None` if one is empty, or an index is no number.
fn steps(path: &str) -> Option<Vec<Segment>> {
    let mut steps = Vec::new();
    for part in path.split('.') {
        let (key, indices) = part.split_at_checked(part.find('[').unwrap_or(part.len()))?;
        if key.is_empty() {
            return None;
        }
        steps.push(Segment::from(key));
        let mut rest = indices;
        while !rest.is_empty() {
            let (digits, after) = rest.strip_prefix('[')?.split_once(']')?;
            steps.push(Segment::Index(index(digits)?));
            rest = after;
        }
    }
    Some(steps)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Findings;
    use crate::issue::Code;

    #[track_caller]
    fn check(path: &str, expected: &str) {
        let json = r#"{"a": {"b": [{"c": 1}, 2]}, "x.y": 3, "x": {"y": 4}, "E-mail [1]": 5}"#;
        let record = Record::from_json(json).unwrap();
        let mut findings = Findings::default();
        let place = SourcePath::compile(path).unwrap().find(&record, Record::ROOT);
        let found = match place {
            Place::Here(node) => format!("{:?}", record.path(node).to_string()),
            Place::Missing(origin) => {
                findings.issue(Code::Required, origin, None);
                format!("missing {}", findings.into_report(&record).issues[0].path)
            }
        };
        assert_eq!(found, expected);
    }

    #[test]
    fn paths_lead_into_a_record() {
        check("a", "\"a\"");
        check("a.b[0].c", "\"a.b[0].c\"");
        check("x.y", "\"x.y\"");
        check("a.b[2].c", "missing a.b[2].c");
        check("a.z", "missing a.z");
        check("q", "missing q");
    }

    #[test]
    fn a_dollar_is_the_record() {
        check("$", "\"\"");
        check("$.a.b[0].c", "\"a.b[0].c\"");
        check("$['x.y']", "\"x.y\"");
        check("$[\"x.y\"]", "\"x.y\"");
        check("$.x.y", "\"x.y\"");
        check("$$.a['b'][1]", "\"a.b[1]\"");
        check(r"$['it\'s']", "missing it's");
        check("$ amount", "missing $ amount");
        for path in ["$.", "$.a.", "$[", "$[]", "$[x]", "$['a'", "$['a]", "$.a]b[", "$..a", "$[0]a"]
        {
            assert_eq!(SourcePath::compile(path), None, "{path}");
        }
    }

    #[test]
    fn what_is_no_path_is_a_name() {
        for name in
            [".", "a.", "a..b", "[0]", "a[", "a[x]", "a[]", "a[0]b", "a[-1]", "a[+1]", "Tel."]
        {
            assert_eq!(SourcePath::compile(name).unwrap().steps, [Segment::from(name)]);
        }
        assert_eq!(SourcePath::compile(""), None);
    }
}
