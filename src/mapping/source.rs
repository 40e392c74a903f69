//! Paths into a record: `Email`, `address.city`, `phones[0].value`.

use crate::finding::Origin;
use crate::issue::Segment;
use crate::record::{NodeId, Record};

/// A compiled path into a record.
///
/// Headers of spreadsheets hold dots and brackets, so a property of exactly this name comes first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourcePath {
    whole: String,
    steps: Vec<Segment>,
}

/// What a path leads to.
pub(super) enum Place {
    Here(NodeId),
    Missing(Origin),
}

impl SourcePath {
    /// Compiles a path. What is none (`Tel.`, `Price [EUR]`) is a property's name; `None` if it is empty.
    #[must_use]
    pub fn compile(path: &str) -> Option<Self> {
        (!path.is_empty()).then(|| Self {
            whole: path.to_owned(),
            steps: steps(path).unwrap_or_else(|| vec![path.into()]),
        })
    }

    pub(super) fn find(&self, record: &Record<'_>) -> Place {
        if let Some(node) = record.property(Record::ROOT, &self.whole) {
            return Place::Here(node);
        }
        let mut at = Record::ROOT;
        for (done, step) in self.steps.iter().enumerate() {
            let next = match step {
                Segment::Key(key) => record.property(at, key),
                Segment::Index(index) => record.item(at, *index),
            };
            let Some(node) = next else {
                let rest = self.steps.get(done..).unwrap_or_default().to_vec();
                return Place::Missing(Origin::missing(at, rest));
            };
            at = node;
        }
        Place::Here(at)
    }
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
            let (index, after) = rest.strip_prefix('[')?.split_once(']')?;
            let digits = !index.is_empty() && index.bytes().all(|b| b.is_ascii_digit());
            digits.then_some(())?;
            steps.push(Segment::Index(index.parse().ok()?));
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
        let place = SourcePath::compile(path).unwrap().find(&record);
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
    fn what_is_no_path_is_a_name() {
        for name in
            [".", "a.", "a..b", "[0]", "a[", "a[x]", "a[]", "a[0]b", "a[-1]", "a[+1]", "Tel."]
        {
            assert_eq!(SourcePath::compile(name).unwrap().steps, [Segment::from(name)]);
        }
        assert_eq!(SourcePath::compile(""), None);
    }
}
