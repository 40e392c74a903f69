//! Suggested mappings, and what columns prove, as JSON.

use super::Error;
use super::options::{country, definitions, header};
use super::read_record;
use super::reader::{Reader, expected, items, refuse};
use crate::column::{Column, Others, Proof, Verdict};
use crate::definition::Definitions;
use crate::field::number::DecimalMark;
use crate::json::{Json, Raw, object, some, to_json};
use crate::record::{Record, Value};
use crate::suggest::{MOST_COLUMNS, Reason, Sheet, Suggested, Suggestion, TooManyColumns};

/// A mapping for columns that nobody has described, as JSON text. `options` are `{ headers, samples,
/// definitions, country }` in the flat form.
///
/// # Errors
/// An option that is not as documented, more than 2,000 headers.
pub fn suggest_mapping(options: &str) -> Result<String, Error> {
    let record = read_record(options);
    let mut from = Reader::new(&record, Record::ROOT)?;
    let headers = from.read("headers", |record, node| {
        let headers = items(record, node, header)?;
        if headers.len() > MOST_COLUMNS {
            return Err(refuse(record, node, TooManyColumns.to_string()));
        }
        Ok(headers)
    })?;
    let samples = from.read("samples", |record, node| {
        items(record, node, |record, node| {
            let is_object = matches!(record.value(node), Value::Object);
            is_object.then_some(node).ok_or_else(|| expected("an object by header", record, node))
        })
    })?;
    let list = from.read("definitions", definitions)?.unwrap_or_default();
    let country = from.read("country", country)?;
    from.finish()?;
    let headers = headers
        .ok_or_else(|| refuse(&record, Record::ROOT, "expected `headers`, the names of columns"))?;
    let mut sheet = Sheet::new(headers.iter().map(String::as_str))
        .map_err(|error| refuse(&record, Record::ROOT, error.to_string()))?;
    for sample in samples.unwrap_or_default() {
        sheet.add(&record, sample);
    }
    let definitions = Definitions::new(list.into_iter().map(Into::into).collect());
    Ok(to_json(&sheet.suggest(&definitions, country)))
}

/// Adds values to a column: an array in the flat form.
pub fn add_values(column: &mut Column, values: &str) {
    let values = read_record(values);
    for (_, node) in values.children(Record::ROOT) {
        column.add(values.value(node));
    }
}

/// What the values of a column prove, as JSON text.
#[must_use]
pub fn proof(column: &Column) -> String {
    to_json(column)
}

impl Json for Suggestion {
    fn write(&self, out: &mut String) {
        object(
            out,
            &[
                ("profile", some(&self.profile)),
                ("mapping", Some(&Raw(self.mapping.clone()))),
                ("targets", Some(&self.targets)),
                ("unused", Some(&self.unused)),
                ("repeated", Some(&self.repeated)),
            ],
        );
    }
}

impl Json for Suggested {
    fn write(&self, out: &mut String) {
        object(
            out,
            &[
                ("target", Some(&self.target)),
                ("sources", Some(&self.sources)),
                ("score", Some(&Hundredths(self.score))),
                ("reason", Some(&self.reason)),
            ],
        );
    }
}

impl Json for Reason {
    fn write(&self, out: &mut String) {
        self.name().write(out);
    }
}

/// A score from 0 to 1.
struct Hundredths(u8);

impl Json for Hundredths {
    fn write(&self, out: &mut String) {
        if self.0 >= 100 {
            return out.push('1');
        }
        out.push_str("0.");
        for digit in [self.0 / 10, self.0 % 10] {
            out.push(char::from(b'0' + digit));
        }
    }
}

impl Json for Column {
    fn write(&self, out: &mut String) {
        let date = self.date().map(|proof| Named("formats", proof));
        let number = self.number().map(|proof| Named("decimalMark", proof));
        object(
            out,
            &[
                ("values", Some(&self.values())),
                ("blank", Some(&self.blank())),
                ("date", some(&date)),
                ("number", some(&number)),
            ],
        );
    }
}

/// What is proved, and what it is called.
struct Named<T>(&'static str, Proof<T>);

impl<T: Json> Json for Named<T> {
    fn write(&self, out: &mut String) {
        let Self(name, Proof { count, others, verdict }) = self;
        let (word, mut members): (_, Vec<(&str, Option<&dyn Json>)>) = match verdict {
            Verdict::Unambiguous => ("unambiguous", Vec::new()),
            Verdict::Proved { reading, index } => {
                ("proved", vec![(name, Some(reading)), ("index", Some(index))])
            }
            Verdict::Ambiguous { candidates, index } => {
                ("ambiguous", vec![("candidates", Some(candidates)), ("index", Some(index))])
            }
            Verdict::Contradictory { candidates, indices } => (
                "contradictory",
                vec![("candidates", Some(candidates)), ("indices", Some(indices))],
            ),
        };
        members.insert(0, ("verdict", Some(&word)));
        members.push(("count", Some(count)));
        members.push(("others", some(others)));
        object(out, &members);
    }
}

impl<T: Json> Json for [T; 2] {
    fn write(&self, out: &mut String) {
        self.as_slice().write(out);
    }
}

impl Json for Others {
    fn write(&self, out: &mut String) {
        object(out, &[("count", Some(&self.count)), ("index", Some(&self.index))]);
    }
}

impl Json for DecimalMark {
    fn write(&self, out: &mut String) {
        match self {
            Self::Point => ".",
            Self::Comma => ",",
        }
        .write(out);
    }
}
