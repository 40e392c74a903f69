//! Contacts that are made, or updated if they are there already: up to 20 at a time, because a list takes as
//! many `externalIds`.
//!
//! There is no idempotency key, so a POST whose answer is lost is never simply sent again. What it may have
//! made is looked for by its `externalId`, until a list must show it; only then is it made again. The same
//! goes for a 409, which does not say whose contact is there.

mod row;

pub use row::{RowResult, Written};

use super::edit::{Edit, Edited, Purpose};
use super::retry::Ending;
use super::safeguard::{Safeguard, holds};
use super::{Done, Failure, Mode, Next, Patience, Remedy};
use crate::contact::Contact;
use crate::endpoint::list_contacts::{self, Query};
use crate::endpoint::{create_contact, proof};
use crate::http::{HttpRequest, HttpResponse};
use crate::limits::FILTERS_MAX;
use crate::order::order;
use crate::record::Record;
use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use row::{Row, Stage, Trouble};

/// More pages than this are no answer to at most 20 `externalIds`: the filter was ignored.
const PAGES: usize = 40;

pub(super) struct Write {
    rows: Vec<Row>,
    mode: Mode,
    patience: Patience,
    doing: Doing,
}

/// What the request that is under way is for.
enum Doing {
    Nothing,
    LookUp(LookUp),
    Post(usize),
    Edit(usize, Edit),
}

struct LookUp {
    query: Query,
    /// The rows that are looked for.
    rows: Vec<usize>,
    /// What was found of them.
    found: Vec<Option<String>>,
    began: u64,
    pages: usize,
}

impl Write {
    pub(super) fn new(payloads: &[Record<'_>], mode: Mode, patience: Patience) -> Self {
        let row = |payload| match proof::contact(payload) {
            Ok(proved) => Row::new(proved, mode),
            Err(report) => Row::over(Failure::Invalid(report)),
        };
        let mut rows: Vec<Row> = payloads.iter().map(row).collect();
        let pairs: Vec<_> = rows.iter().map(Row::pair).collect();
        let places = order(rows.len(), &|a, b| pairs.get(a) < pairs.get(b));
        for (before, place) in places.iter().zip(places.iter().skip(1)) {
            let same = pairs.get(*before) == pairs.get(*place);
            if let Some(row) = rows.get_mut(*place).filter(|row| same && row.pair().is_some()) {
                row.before = Some(*before);
            }
        }
        Self { rows, mode, patience, doing: Doing::Nothing }
    }

    pub(super) fn pairs(&self) -> Vec<String> {
        self.rows.iter().filter_map(Row::pair).collect()
    }

    /// The most useful thing to do now: to write what is known, then to look up, then to wait.
    pub(super) fn begin(&mut self, now: u64) -> Next {
        let turns = (0..self.rows.len()).filter(|index| self.is_turn(*index)).collect::<Vec<_>>();
        for index in &turns {
            let Some(row) = self.rows.get_mut(*index) else { continue };
            match &row.stage {
                Stage::Absent => {
                    row.posts(now);
                    self.doing = Doing::Post(*index);
                    return Next::Send(create_contact::from_proved(&row.proved), None);
                }
                Stage::Found(id) => {
                    let fields = row.proved.fields.clone();
                    let purpose = match self.mode {
                        Mode::Create => Purpose::Compare(fields),
                        Mode::Upsert => Purpose::Merge(fields),
                    };
                    let mut edit = Edit::new(id.clone(), purpose);
                    if let Some(external_id) = row.proved.external_id.clone() {
                        edit = edit.found_by(row.proved.source.clone(), external_id);
                    }
                    let next = edit.begin();
                    self.doing = Doing::Edit(*index, edit);
                    return next;
                }
                Stage::Unseen { .. } | Stage::Over(_) => {}
            }
        }
        let due = |index: &usize| match self.rows.get(*index).map(|row| &row.stage) {
            Some(Stage::Unseen { not_before }) => Some(*not_before),
            Some(Stage::Absent | Stage::Found(_) | Stage::Over(_)) | None => None,
        };
        let mut rows: Vec<_> = turns
            .iter()
            .copied()
            .filter(|index| due(index).is_some_and(|at| at <= now))
            .take(FILTERS_MAX)
            .collect();
        // The API may take a comma for two ids, and refuse them: that must cost no other row its answer.
        let apart = |index: &usize| {
            let row = self.rows.get(*index);
            row.is_some_and(|row| row.proved.external_id.iter().any(|id| id.contains(',')))
        };
        match rows.iter().position(apart) {
            Some(0) => rows.truncate(1),
            Some(_) => rows.retain(|index| !apart(index)),
            None => {}
        }
        if rows.is_empty() {
            return match turns.iter().filter_map(due).min() {
                Some(at) => Next::Wait(at.saturating_sub(now)),
                None => self.end(),
            };
        }
        let ids = rows.iter().filter_map(|index| self.rows.get(*index)?.proved.external_id.clone());
        let query = Query { external_ids: ids.collect(), ..Query::default() };
        let found = vec![None; rows.len()];
        self.send(LookUp { query, rows, found, began: now, pages: 0 })
    }

    pub(super) fn ended(&mut self, ending: &Ending, now: u64) -> Next {
        match core::mem::replace(&mut self.doing, Doing::Nothing) {
            Doing::Nothing => {}
            Doing::LookUp(look_up) => {
                if let Some(next) = self.looked_up(look_up, ending, now) {
                    return next;
                }
            }
            Doing::Post(index) => self.posted(index, ending, now),
            Doing::Edit(index, mut edit) => match edit.ended(ending) {
                Edited::Send(request, contact) => {
                    self.doing = Doing::Edit(index, edit);
                    return Next::Send(request, Some(contact));
                }
                done @ (Edited::Contact(..)
                | Edited::Deleted
                | Edited::Another
                | Edited::Failed(_)) => {
                    self.edited(index, done, now);
                }
            },
        }
        self.begin(now)
    }

    /// What to read before what is being sent is sent again.
    pub(super) fn read_again(&mut self, doubt: bool) -> Option<HttpRequest> {
        match &mut self.doing {
            Doing::Edit(_, edit) => edit.read_again(doubt),
            Doing::Nothing | Doing::LookUp(_) | Doing::Post(_) => None,
        }
    }

    /// Every row gets its result; what was sent may have been carried out.
    pub(super) fn abort(&mut self, sent: bool) -> Next {
        let posting = if let Doing::Post(index) = self.doing { Some(index) } else { None };
        let editing = if let Doing::Edit(index, _) = self.doing { Some(index) } else { None };
        for (index, row) in self.rows.iter_mut().enumerate() {
            let doubtful = row.is_doubtful() || (sent && posting == Some(index));
            row.fail(if doubtful {
                Failure::unknown(None, Remedy::LookUp)
            } else if sent && editing == Some(index) {
                Failure::unknown(None, Remedy::Repeat)
            } else {
                Failure::Aborted
            });
        }
        self.end()
    }

    fn end(&mut self) -> Next {
        Next::Done(Ok(Done::Written(self.rows.drain(..).map(Row::into_result).collect())))
    }

    /// Whether no row before this one is still about the same contact.
    fn is_turn(&self, index: usize) -> bool {
        // Those before that one were over when it had its turn.
        let before = self.rows.get(index).and_then(|row| row.before);
        before.and_then(|before| self.rows.get(before)).is_none_or(Row::is_over)
    }

    fn send(&mut self, look_up: LookUp) -> Next {
        match list_contacts::request(&look_up.query) {
            Ok(request) => {
                self.doing = Doing::LookUp(look_up);
                Next::Send(request, None)
            }
            // What was proved has an `externalId` that fits, and no more than 20 are asked for.
            Err(_) => Next::fail(Failure::Aborted),
        }
    }

    /// Takes what a page holds of the rows; the request for the next page, if there must be one.
    fn looked_up(&mut self, mut look_up: LookUp, ending: &Ending, now: u64) -> Option<Next> {
        let page = ending.answer.as_ref().map(list_contacts::read);
        let page = match page {
            Some(Ok(page)) => page,
            Some(Err(error)) => {
                self.give_up(&look_up.rows, &error.into());
                return None;
            }
            None => {
                self.give_up(&look_up.rows, &Failure::Network);
                return None;
            }
        };
        for (place, index) in look_up.rows.iter().enumerate() {
            let Some(row) = self.rows.get(*index) else { continue };
            // The filter may have been ignored: then anybody's contact is listed.
            let mine = |contact: &&Contact| {
                let fits = contact.external_id == row.proved.external_id
                    && contact.source.as_deref() == Some(row.proved.source.as_str());
                fits || !holds(Safeguard::Recheck)
            };
            let id = page.contacts.iter().find(mine).map(|contact| contact.id.clone());
            if let Some(found) = look_up.found.get_mut(place).filter(|found| found.is_none()) {
                *found = id;
            }
        }
        look_up.pages += 1;
        let complete = look_up.found.iter().all(Option::is_some);
        let next = page.next_page_token.filter(|_| !complete);
        let stuck = next.is_some() && next == look_up.query.page_token;
        if next.is_some() && (stuck || look_up.pages == PAGES) {
            self.give_up(&look_up.rows, &Failure::endless_list());
            return None;
        }
        if next.is_some() {
            look_up.query.page_token = next;
            return Some(self.send(look_up));
        }
        for (index, found) in look_up.rows.into_iter().zip(look_up.found) {
            if let Some(row) = self.rows.get_mut(index) {
                row.looked_up(found, look_up.began, self.patience, now);
            }
        }
        None
    }

    fn give_up(&mut self, rows: &[usize], failure: &Failure) {
        for index in rows {
            if let Some(row) = self.rows.get_mut(*index) {
                row.give_up(failure.clone());
            }
        }
    }

    fn posted(&mut self, index: usize, ending: &Ending, now: u64) {
        let mode = self.mode;
        let Some(row) = self.rows.get_mut(index) else { return };
        let Some(answer) = &ending.answer else {
            return if ending.doubt {
                row.doubt(None, Trouble::Lost, now);
            } else {
                row.give_up(Failure::Network);
            };
        };
        let fields = &row.proved.fields;
        match (answer.status, create_contact::read(answer)) {
            (_, Ok(contact)) => self.settle(index, Written::Created(Box::new(contact))),
            // Something was made, and nobody says what.
            (200..300, Err(_)) => row.doubt(Some(answer), Trouble::Made, now),
            (409, Err(_)) if mode == Mode::Upsert || row.is_doubtful() => {
                let failure = Failure::refused(answer, fields, fields);
                row.conflict(failure, now);
            }
            // What is refused for what it holds was refused before, too.
            (400 | 422, Err(_)) => row.fail(Failure::refused(answer, fields, fields)),
            (401..500, Err(_)) => row.give_up(Failure::refused(answer, fields, fields)),
            (_, Err(_)) => row.doubt(Some(answer), Trouble::Lost, now),
        }
    }

    fn edited(&mut self, index: usize, edited: Edited, now: u64) {
        let patience = self.patience;
        let Some(row) = self.rows.get_mut(index) else { return };
        match edited {
            Edited::Contact(contact, changed) => {
                let written = match (self.mode, changed) {
                    (Mode::Create, true) => return row.fail(Failure::Taken { id: contact.id }),
                    (Mode::Create, false) => Written::Created(contact),
                    (Mode::Upsert, false) if row.is_doubtful() => Written::Created(contact),
                    (Mode::Upsert, true) => Written::Updated(contact),
                    (Mode::Upsert, false) => Written::Unchanged(contact),
                };
                self.settle(index, written);
            }
            Edited::Another => {
                row.vanished(Failure::unknown(None, Remedy::LookUp), patience, now);
            }
            Edited::Failed(failure) if failure.status() == Some(404) => {
                row.vanished(failure, patience, now);
            }
            Edited::Failed(Failure::Network) => row.give_up(Failure::Network),
            Edited::Failed(failure) => row.fail(failure),
            // Nothing of this kind is asked for.
            Edited::Send(..) | Edited::Deleted => row.fail(Failure::Aborted),
        }
    }

    /// The row is done, and those that are about the same contact know its id.
    fn settle(&mut self, index: usize, written: Written) {
        let id = written.contact().id.clone();
        let Some(row) = self.rows.get_mut(index) else { return };
        row.stage = Stage::Over(Ok(written));
        if self.mode == Mode::Upsert
            && let Some(next) = self.rows.iter_mut().find(|row| row.before == Some(index))
        {
            next.stage = Stage::Found(id);
        }
    }
}

impl Row {
    fn doubt(&mut self, answer: Option<&HttpResponse>, trouble: Trouble, now: u64) {
        let unknown = Failure::unknown(answer, Remedy::LookUp);
        if self.proved.external_id.is_none() && holds(Safeguard::LookUp) {
            // Nobody could find it again.
            return self.fail(unknown);
        }
        self.look_for(trouble, unknown, now);
    }
}
