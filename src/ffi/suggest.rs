//! Suggested mappings, and what columns prove, as JSON.

use super::Error;
use super::options::{country, definitions, headers};
use super::read_record;
use super::reader::Reader;
use crate::column::{Column, Others, Proof, Verdict};
use crate::definition::Definitions;
use crate::field::number::DecimalMark;
use crate::json::{Json, Raw, object, some, to_json};
use crate::record::{Record, Value};
use crate::suggest::{Reason, Sheet, Suggested, Suggestion};
use alloc::string::String;
use alloc::string::ToString;

/// A mapping for columns that nobody has described, as JSON text. `options` are `{ headers, samples,
/// definitions, country }` in the flat form.
///
/// # Errors
/// An option that is not as documented, more than 2,000 headers.
pub fn suggest_mapping(options: &str) -> Result<String, Error> {
    let record = read_record(options);
    let mut from = Reader::new(&record, Record::ROOT);
    let place = from.place("headers");
    if place.is_none() {
        from.refuse(Record::ROOT, "expected `headers`, the names of columns");
    }
    let place = place.unwrap_or(Record::ROOT);
    let headers = headers(&mut from, place);
    let samples = from.items("samples");
    for sample in &samples {
        if !matches!(record.value(*sample), Value::Object) {
            from.expected("an object by header", *sample);
        }
    }
    let list = from.place("definitions").map(|node| definitions(&mut from, node));
    let definitions = Definitions::new(list.unwrap_or_default());
    let country = from.place("country").and_then(|node| country(&mut from, node));
    let sheet = Sheet::new(headers.iter().map(String::as_str));
    if let Err(error) = &sheet {
        from.refuse(place, &error.to_string());
    }
    from.finish()?;
    let mut sheet = sheet.unwrap_or_default();
    for sample in samples {
        sheet.add(&record, sample);
    }
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
        let date = self.date().as_ref().map(|proof| written("formats", proof));
        let number = self.number().as_ref().map(|proof| written("decimalMark", proof));
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

/// What is proved, under the name of what is to be declared.
fn written<T: Json>(name: &str, proof: &Proof<T>) -> Raw {
    type Members<'a> = [(&'a str, Option<&'a dyn Json>); 2];
    let Proof { count, others, verdict } = proof;
    let none: Members<'_> = [("", None), ("", None)];
    let (word, [first, second]): (_, Members<'_>) = match verdict {
        Verdict::Unambiguous => ("unambiguous", none),
        Verdict::Proved { reading, index } => {
            ("proved", [(name, Some(reading)), ("index", Some(index))])
        }
        Verdict::Ambiguous { candidates, index } => {
            ("ambiguous", [("candidates", Some(candidates)), ("index", Some(index))])
        }
        Verdict::Contradictory { candidates, indices } => {
            ("contradictory", [("candidates", Some(candidates)), ("indices", Some(indices))])
        }
    };
    let members = [
        ("verdict", Some(&word as &dyn Json)),
        first,
        second,
        ("count", Some(count)),
        ("others", some(others)),
    ];
    let mut out = String::new();
    object(&mut out, &members);
    Raw(out)
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
