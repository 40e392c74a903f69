//! What takes several requests, as machines without input or output: updates that keep what they do not name,
//! upserts that make nothing twice, retries.
//!
//! An [`Operation`] is told what happened and answers with what to do next. It sends nothing, waits for
//! nothing and reads no clock: the host does, and a simulation does. Time is in milliseconds.
//!
//! ```
//! use quo_contacts::http::HttpResponse;
//! use quo_contacts::operation::{Command, Done, Event, Operation, Patience};
//!
//! let mut operation = Operation::get("c1", Patience::default()).unwrap();
//! let Command::Send { request, .. } = operation.next(Event::Start, 0) else { panic!() };
//! assert_eq!(request.path, "/v1/contacts/c1");
//!
//! let answer = HttpResponse { status: 503, headers: vec![], body: String::new() };
//! let Command::Wait(_) = operation.next(Event::Answer(&answer), 20) else { panic!() };
//! let Command::Send { .. } = operation.next(Event::Woke, 300) else { panic!() };
//!
//! let body = r#"{"data": {"id": "c1"}}"#.to_owned();
//! let answer = HttpResponse { status: 200, headers: vec![], body };
//! let Command::Done(Ok(Done::Contact(contact))) = operation.next(Event::Answer(&answer), 320)
//! else { panic!() };
//! assert_eq!(contact.id, "c1");
//! ```

mod clock;
mod edit;
mod failure;
mod headers;
mod pace;
mod random;
mod read;
mod retry;
mod safeguard;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod simulation;
mod write;

use alloc::borrow::ToOwned;
use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;
pub use clock::Clock;
pub use failure::{Failure, Remedy};
pub use pace::Pace;
pub use retry::Patience;
pub use write::{RowResult, Written};

use crate::contact::Contact;
use crate::definition::FieldDefinition;
use crate::endpoint::list_contacts::Query;
use crate::endpoint::proof;
use crate::endpoint::{InvalidRequest, get_contact};
use crate::http::{HttpRequest, HttpResponse};
use crate::issue::Report;
use crate::record::Record;
use edit::{Edit, Purpose};
use random::Random;
use read::Read;
use retry::{Ending, Exchange, Step};
use write::Write;

/// What happened. While a request is out, [`Self::Start`] and [`Self::Woke`] send nothing: they are answered with a
/// wait.
#[derive(Clone, Copy, Debug)]
pub enum Event<'a> {
    /// The host is ready: for the first command, and for the next one after a page.
    Start,
    /// An answer came.
    Answer(&'a HttpResponse),
    /// No answer came, or not in time; the request may have been carried out.
    NoAnswer,
    /// The request was never sent.
    NotSent,
    /// The wait is over.
    Woke,
    /// The caller wants no more.
    Abort,
}

/// What to do.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Send a request, as soon as the pace allows it.
    Send {
        /// What to send.
        request: HttpRequest,
        /// Which time it is sent: 1 for the first, and again for one that was made anew after a look-up.
        attempt: u32,
        /// The contact that is read and then written: nobody else may be at it until the operation sends
        /// something without it, or ends.
        contact: Option<String>,
    },
    /// Wait for so many milliseconds.
    Wait(u64),
    /// Contacts were found; [`Event::Start`] asks for more.
    Page(Vec<Contact>),
    /// The end. Every further event gets [`Failure::Aborted`], whatever came of the operation.
    Done(Result<Done, Failure>),
}

/// What came of an operation.
#[derive(Clone, Debug, PartialEq)]
pub enum Done {
    /// The custom fields of the workspace.
    Definitions(Vec<FieldDefinition>),
    /// The contact as it is now.
    Contact(Box<Contact>),
    /// The last page was handed over.
    Listed,
    /// The contact is gone.
    Deleted,
    /// One result for each record, in their order.
    Written(Vec<RowResult>),
}

/// What a task wants next.
enum Next {
    Send(HttpRequest, Option<String>),
    Wait(u64),
    Page(Vec<Contact>),
    Done(Result<Done, Failure>),
}

impl Next {
    fn fail(failure: Failure) -> Self {
        Self::Done(Err(failure))
    }
}

enum Task {
    Read(Read),
    Edit(Edit),
    Write(Write),
}

/// Something that is being done.
pub struct Operation {
    task: Task,
    exchange: Option<Exchange>,
    random: Random,
    patience: Patience,
    over: bool,
}

/// Whether contacts that are there already may be changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Only new ones are made.
    Create,
    /// What is there is updated.
    Upsert,
}

/// Why a write was not begun.
#[derive(Clone, Debug, PartialEq)]
pub enum Unsendable {
    /// The id is none.
    Request(InvalidRequest),
    /// What was to be sent is no contact.
    Payload(Report),
}

impl From<InvalidRequest> for Unsendable {
    fn from(error: InvalidRequest) -> Self {
        Self::Request(error)
    }
}

impl core::fmt::Display for Unsendable {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self {
            Self::Request(error) => error.fmt(f),
            Self::Payload(report) => Failure::Invalid(report.clone()).fmt(f),
        }
    }
}

impl core::error::Error for Unsendable {}

impl Operation {
    /// The custom fields of the workspace.
    #[must_use]
    pub fn definitions(patience: Patience) -> Self {
        Self::of(Task::Read(Read::Definitions), patience)
    }

    /// One contact.
    ///
    /// # Errors
    /// The empty text, `.` and `..`: no id.
    pub fn get(id: &str, patience: Patience) -> Result<Self, InvalidRequest> {
        get_contact::request(id)?;
        Ok(Self::of(Task::Read(Read::Get(id.to_owned())), patience))
    }

    /// Contacts, page by page; of more than 20 filters one group after the other.
    ///
    /// # Errors
    /// A filter that no contact can have, no rows on a page or more than 50.
    pub fn list(query: Query, patience: Patience) -> Result<Self, InvalidRequest> {
        Ok(Self::of(Task::Read(Read::list(query)?), patience))
    }

    /// Changes what is named, and keeps everything else: reads, merges, sends the whole.
    ///
    /// # Errors
    /// No id; everything that stands against the changes.
    pub fn update(id: &str, changes: &Record<'_>, patience: Patience) -> Result<Self, Unsendable> {
        let fields = proof::changes(changes).map_err(Unsendable::Payload)?.fields;
        Ok(Self::edit(id, Purpose::Merge(fields), patience)?)
    }

    /// Leaves of a contact what is named, and deletes everything else.
    ///
    /// # Errors
    /// No id; everything that stands against the payload.
    pub fn replace(id: &str, payload: &Record<'_>, patience: Patience) -> Result<Self, Unsendable> {
        let fields = proof::contact(payload).map_err(Unsendable::Payload)?.fields;
        Ok(Self::edit(id, Purpose::Replace(fields), patience)?)
    }

    /// Deletes a contact.
    ///
    /// # Errors
    /// The empty text, `.` and `..`: no id.
    pub fn delete(id: &str, patience: Patience) -> Result<Self, InvalidRequest> {
        Self::edit(id, Purpose::Delete, patience)
    }

    /// Makes contacts, or updates those that are there already. What stands against one record is its own
    /// result, and keeps no other from being written. Twenty are looked up at once.
    #[must_use]
    pub fn write(payloads: &[Record<'_>], mode: Mode, patience: Patience) -> Self {
        Self::of(Task::Write(Write::new(payloads, mode, patience)), patience)
    }

    fn edit(id: &str, purpose: Purpose, patience: Patience) -> Result<Self, InvalidRequest> {
        get_contact::request(id)?;
        Ok(Self::of(Task::Edit(Edit::new(id.to_owned(), purpose)), patience))
    }

    fn of(task: Task, patience: Patience) -> Self {
        Self { task, exchange: None, random: Random::new(patience.seed), patience, over: false }
    }

    /// The pairs of `source` and `externalId` that are written, as texts: nobody else may write them at the
    /// same time.
    #[must_use]
    pub fn pairs(&self) -> Vec<String> {
        match &self.task {
            Task::Write(write) => write.pairs(),
            Task::Read(_) | Task::Edit(_) => Vec::new(),
        }
    }

    /// Goes on from what happened.
    pub fn next(&mut self, event: Event<'_>, now: u64) -> Command {
        if self.over {
            return Command::Done(Err(Failure::Aborted));
        }
        if matches!(event, Event::Woke)
            && let Some(command) = self.read_again()
        {
            return command;
        }
        let mut before = None;
        let next = if matches!(event, Event::Abort) {
            let sent = self.exchange.take().is_some_and(|exchange| exchange.may_have_written());
            self.abort(sent)
        } else {
            match self.exchange.as_mut().map(|exchange| exchange.next(event, now, &mut self.random))
            {
                Some(Step::Do(command)) => return command,
                Some(Step::Over(ending)) => {
                    before = self.exchange.take();
                    self.ended(&ending, now)
                }
                None => self.go_on(now),
            }
        };
        match next {
            Next::Send(request, contact) => {
                let again = before.and_then(|before| before.write_again(&request));
                let new = || Exchange::new(request, contact, self.patience, now);
                self.exchange.insert(again.unwrap_or_else(new)).send()
            }
            Next::Wait(milliseconds) => Command::Wait(milliseconds),
            Next::Page(contacts) => Command::Page(contacts),
            Next::Done(done) => {
                self.over = true;
                Command::Done(done)
            }
        }
    }

    /// Reads before a merge is sent again that the wait has made stale.
    fn read_again(&mut self) -> Option<Command> {
        let doubt = self.exchange.as_ref()?.waits_in_doubt()?;
        let request = match &mut self.task {
            Task::Read(_) => None,
            Task::Edit(edit) => edit.read_again(doubt),
            Task::Write(write) => write.read_again(doubt),
        };
        let read = Exchange::before(request?, self.exchange.take()?);
        Some(self.exchange.insert(read).send())
    }

    fn go_on(&mut self, now: u64) -> Next {
        match &mut self.task {
            Task::Read(read) => read.begin(),
            Task::Edit(edit) => edit.begin(),
            Task::Write(write) => write.begin(now),
        }
    }

    fn ended(&mut self, ending: &Ending, now: u64) -> Next {
        match &mut self.task {
            Task::Read(read) => read.ended(ending),
            Task::Edit(edit) => edit.ended(ending).into_next(),
            Task::Write(write) => write.ended(ending, now),
        }
    }

    fn abort(&mut self, sent: bool) -> Next {
        match &mut self.task {
            Task::Edit(_) if sent => Next::fail(Failure::unknown(None, Remedy::Repeat)),
            Task::Read(_) | Task::Edit(_) => Next::fail(Failure::Aborted),
            Task::Write(write) => write.abort(sent),
        }
    }
}

#[cfg(test)]
mod tests;
