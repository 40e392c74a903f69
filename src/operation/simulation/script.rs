//! What callers want: jobs that chance puts together.

use super::super::random::Random;
use super::super::{Mode, Operation, Patience};
use super::model::{LISTS, NAMES, ORIGIN, Parts};
use crate::endpoint::list_contacts::Query;
use crate::record::Record;
use serde_json::{Map, Value, json};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Create,
    Upsert,
    Update,
    Replace,
    Delete,
    List,
}

/// Something that a caller wants done.
#[derive(Clone, Debug)]
pub(super) struct Job {
    pub(super) kind: Kind,
    /// What is named, of each record.
    pub(super) rows: Vec<Parts>,
    /// The contact, where its id is known.
    pub(super) contact: Option<String>,
    /// After how long the caller gives up, if ever.
    pub(super) gives_up: Option<u64>,
}

/// A name that nobody else has.
fn marker(random: &mut Random) -> Value {
    format!("m{}", random.below(u64::MAX)).into()
}

fn some_parts(random: &mut Random) -> Parts {
    let mut parts = Parts::new();
    for name in ["lastName", "company", "role", "sourceUrl"] {
        match random.below(8) {
            0 => drop(parts.insert(name.to_owned(), Value::Null)),
            1 | 2 => {
                let text = if name == "sourceUrl" { "https://a.b/" } else { "v" };
                parts.insert(name.to_owned(), format!("{text}{}", random.below(5)).into());
            }
            _ => {}
        }
    }
    for (name, value) in [
        ("emails", format!("a{}@b.co", random.below(9))),
        ("phoneNumbers", format!("+1415555267{}", random.below(9))),
    ] {
        match random.below(6) {
            0 => drop(parts.insert(name.to_owned(), json!([]))),
            1 | 2 => drop(parts.insert(name.to_owned(), json!([{"name": "work", "value": value}]))),
            _ => {}
        }
    }
    for key in ["tier", "score", "paid"] {
        let value = match random.below(10) {
            0 => Value::Null,
            1 => json!(["x", "y"]),
            2 => json!(0.5),
            3 => json!(random.below(1000)),
            4 => json!(false),
            _ => continue,
        };
        parts.insert(format!("custom {key}"), value);
    }
    parts
}

/// A whole contact.
pub(super) fn whole(random: &mut Random, source: Value, external_id: Value) -> Parts {
    let mut parts = some_parts(random);
    for name in NAMES.iter().chain(&ORIGIN) {
        parts.entry((*name).to_owned()).or_default();
    }
    for name in LISTS {
        parts.entry(name.to_owned()).or_insert_with(|| json!([]));
    }
    parts.retain(|name, value| !name.starts_with("custom") || !value.is_null());
    parts.insert("firstName".to_owned(), marker(random));
    parts.insert("source".to_owned(), source);
    parts.insert("externalId".to_owned(), external_id);
    parts
}

impl Job {
    pub(super) fn any(random: &mut Random, contacts: &[String]) -> Self {
        let pool = |random: &mut Random| Value::from(format!("p{}", random.below(6)));
        let record = |random: &mut Random, external_id: Value| {
            let mut parts = some_parts(random);
            parts.insert("firstName".to_owned(), marker(random));
            parts.insert("source".to_owned(), "public-api".into());
            if !external_id.is_null() {
                parts.insert("externalId".to_owned(), external_id);
            }
            parts
        };
        let gives_up = (random.below(12) == 0).then(|| random.below(8_000));
        let contact = contacts.get(usize::try_from(random.below(contacts.len() as u64)).unwrap());
        let contact = contact.cloned();
        let (kind, rows, contact) = match random.below(20) {
            0..=3 => (Kind::Create, vec![record(random, Value::Null)], None),
            4 => {
                let id = pool(random);
                (Kind::Create, vec![record(random, id)], None)
            }
            5..=6 => {
                let id = marker(random);
                (Kind::Create, vec![record(random, id)], None)
            }
            7..=11 => {
                let row = |random: &mut Random| {
                    let id = if random.below(3) == 0 { marker(random) } else { pool(random) };
                    record(random, id)
                };
                let count = 1 + random.below(4);
                (Kind::Upsert, (0..count).map(|_| row(random)).collect(), None)
            }
            12..=16 => (Kind::Update, vec![some_parts(random)], contact),
            17 => (Kind::Replace, vec![record(random, Value::Null)], contact),
            18 => (Kind::Delete, Vec::new(), contact),
            _ => (Kind::List, Vec::new(), None),
        };
        Self { kind, rows, contact, gives_up }
    }

    pub(super) fn pairs(&self) -> Vec<String> {
        let pair = |row: &Parts| Some(format!("public-api\n{}", row.get("externalId")?.as_str()?));
        self.rows.iter().filter_map(pair).collect()
    }

    /// The machine that does it.
    pub(super) fn begin(&self, seed: u64) -> Operation {
        let patience = Patience { seed, ..Patience::default() };
        let texts: Vec<String> = self.rows.iter().map(|row| payload(row).to_string()).collect();
        let records: Vec<Record<'_>> =
            texts.iter().map(|text| Record::from_json(text).unwrap()).collect();
        let id = self.contact.as_deref().unwrap_or_default();
        match self.kind {
            Kind::Create => Operation::write(&records, Mode::Create, patience),
            Kind::Upsert => Operation::write(&records, Mode::Upsert, patience),
            Kind::Update => Operation::update(id, &records[0], patience).ok().unwrap(),
            Kind::Replace => Operation::replace(id, &records[0], patience).ok().unwrap(),
            Kind::Delete => Operation::delete(id, patience).unwrap(),
            Kind::List => {
                let external_ids = (0..25).map(|number| format!("p{number}")).collect();
                Operation::list(Query { external_ids, ..Query::default() }, patience).unwrap()
            }
        }
    }
}

fn payload(parts: &Parts) -> Value {
    let (mut fields, mut custom, mut all) = (Map::new(), Vec::new(), Map::new());
    for (name, value) in parts {
        if let Some(key) = name.strip_prefix("custom ") {
            custom.push(json!({"key": key, "value": value}));
        } else if ORIGIN.contains(&name.as_str()) {
            all.insert(name.clone(), value.clone());
        } else {
            fields.insert(name.clone(), value.clone());
        }
    }
    all.insert("defaultFields".to_owned(), fields.into());
    all.insert("customFields".to_owned(), custom.into());
    all.into()
}
