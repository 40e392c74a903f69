//! What must hold whatever happens.
//!
//! - One `externalId` of a source never becomes two contacts, nor does one record without any.
//! - What was acknowledged exists, and holds what was named.
//! - An update changes exactly what was named, and nobody else's contact.
//! - No second sees more than ten requests.
//! - Contacts that a native integration syncs are not written; no other update is refused for its source.
//! - Every operation ends.

use super::super::{Done, Failure, RowResult};
use super::model::{Parts, Quo, is_synced};
use super::script::{Job, Kind};
use crate::limits::SYNCED_SOURCES;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

#[derive(Default)]
pub(super) struct Laws {
    /// The first law that did not hold.
    pub(super) broken: Option<String>,
    sent: VecDeque<u64>,
    /// Everything that a contact ever was.
    history: BTreeMap<String, Vec<Parts>>,
    /// Contacts and pairs at which somebody gave up while a write was under way.
    tainted: BTreeSet<String>,
    pub(super) created: u64,
    pub(super) written: u64,
    pub(super) unknown: u64,
}

fn pair_name(parts: &Parts) -> Option<String> {
    let text = |name| parts.get(name).and_then(Value::as_str);
    Some(format!("{}\n{}", text("source").unwrap_or_default(), text("externalId")?))
}

impl Laws {
    fn fail(&mut self, law: &str, about: impl std::fmt::Debug) {
        self.broken.get_or_insert_with(|| format!("{law}: {about:?}"));
    }

    pub(super) fn sends(&mut self, now: u64) {
        self.sent.push_back(now);
        if self.sent.len() > 11 {
            self.sent.pop_front();
        }
        if self.sent.len() == 11 && now - self.sent[0] < 1_000 {
            let sent = self.sent.clone();
            self.fail("more than ten requests in a second", sent);
        }
    }

    /// Somebody stopped waiting for what may still be carried out.
    pub(super) fn gave_up(&mut self, job: &Job) {
        self.tainted.extend(job.pairs());
        self.tainted.extend(job.contact.clone());
        let markers = job.rows.iter().filter_map(|row| row.get("firstName"));
        self.tainted.extend(markers.map(ToString::to_string));
    }

    /// A write of a job was carried out.
    pub(super) fn commits(&mut self, job: &Job, id: &str, before: Option<&Parts>, quo: &Quo) {
        if before.is_some_and(is_synced) {
            self.fail("a contact of an integration was written", id);
        }
        let Some(after) = quo.contacts.get(id) else { return };
        self.history.entry(id.to_owned()).or_default().push(after.clone());
        let same = |name: &str| {
            let twins = quo.contacts.values().filter(|other| other[name] == after[name]);
            twins.filter(|other| other["source"] == after["source"]).count()
        };
        let pair = pair_name(after);
        let marker = after["firstName"].to_string();
        if let Some(pair) = &pair
            && same("externalId") > 1
            && !self.tainted.contains(pair)
        {
            self.fail("two contacts of one externalId", pair);
        }
        if before.is_none()
            && pair.is_none()
            && same("firstName") > 1
            && !self.tainted.contains(&marker)
        {
            self.fail("two contacts of one record", marker);
        }
        let Some(before) = before else { return };
        if self.tainted.contains(id) || pair.is_some_and(|pair| self.tainted.contains(&pair)) {
            return;
        }
        let named = match job.kind {
            Kind::Update => &job.rows[0],
            Kind::Upsert => {
                let old = pair_name(before);
                let Some(row) = job.rows.iter().rev().find(|row| pair_name(row) == old) else {
                    return self.fail("somebody else's contact", (id, before, after));
                };
                row
            }
            Kind::Create | Kind::Replace | Kind::Delete | Kind::List => return,
        };
        // Rows of one pair are about one contact.
        let of_pair = |row: &&Parts| pair_name(row) == pair_name(named);
        let all: BTreeSet<_> = before.keys().chain(after.keys()).collect();
        for name in all {
            let mut rows = job.rows.iter().filter(of_pair);
            let is_named = rows.any(|row| row.contains_key(name.as_str()));
            if before.get(name) != after.get(name) && !is_named {
                self.fail("an update changed what it does not name", (id, name, before, after));
            }
        }
    }

    /// A job has ended.
    pub(super) fn ends(&mut self, job: &Job, done: &Result<Done, Failure>, quo: &Quo) {
        let is_refused = match done {
            Err(Failure::Native { source }) => !SYNCED_SOURCES.contains(&source.as_str()),
            // What is sent back of a contact is what the model takes.
            Err(Failure::Refused { error, .. }) => job.kind == Kind::Update && error.status == 400,
            Ok(_) | Err(_) => false,
        };
        if is_refused {
            self.fail("an update was refused for what it sends back", (job, done));
        }
        if matches!(done, Err(Failure::OutcomeUnknown { .. } | Failure::Aborted)) {
            self.unknown += 1;
            self.gave_up(job);
        }
        match done {
            Ok(Done::Written(results)) => {
                for (row, result) in job.rows.iter().zip(results) {
                    self.row(job, row, result);
                }
            }
            Ok(Done::Contact(contact)) if job.kind == Kind::Update => {
                self.written += 1;
                let now = quo.contacts.get(&contact.id);
                if self.tainted.contains(&contact.id) {
                    return;
                }
                // Without a phone it may be gone again.
                for (name, value) in &job.rows[0] {
                    if now.is_some_and(|now| !is_so(now, name, value)) {
                        self.fail("what was acknowledged is not so", (name, value, now));
                    }
                }
            }
            Ok(Done::Contact(_) | Done::Definitions(_) | Done::Listed | Done::Deleted) | Err(_) => {
            }
        }
    }

    fn row(&mut self, job: &Job, row: &Parts, result: &RowResult) {
        match result {
            Ok(written) => {
                let contact = written.contact();
                self.written += 1;
                self.created += u64::from(written.word() == "created");
                let is_row = |was: &Parts| {
                    let same = ["externalId", "source"]
                        .iter()
                        .all(|name| was[*name] == row.get(*name).cloned().unwrap_or_default());
                    same && row.iter().all(|(name, value)| is_so(was, name, value))
                };
                let was = self.history.get(&contact.id);
                let unchanged = written.word() == "unchanged";
                if !unchanged && !was.is_some_and(|was| was.iter().any(is_row)) {
                    let about = (written.word(), row.clone(), was.cloned());
                    self.fail("what was acknowledged never existed", about);
                }
            }
            Err(Failure::OutcomeUnknown { .. } | Failure::Aborted) => {
                self.unknown += 1;
                self.gave_up(job);
            }
            Err(_) => {}
        }
    }
}

/// Whether a part of a contact is as it was named; a null clears.
fn is_so(parts: &Parts, name: &str, value: &Value) -> bool {
    parts.get(name).map_or(value.is_null(), |now| now == value)
}
