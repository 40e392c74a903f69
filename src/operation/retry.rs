//! One request until it has an answer that counts: what is sent again, when, and for how long.
//!
//! | | 429 | 5xx, or no answer |
//! |---|---|---|
//! | GET, DELETE, PATCH with the whole body | again | again |
//! | POST | again: it was refused | never from here: it may have made its contact |
//!
//! What a PATCH merged is stale after a wait: its contact is read again before it is sent again.

use super::headers::retry_after;
use super::random::Random;
use super::{Command, Event};
use crate::http::{HttpRequest, HttpResponse};
use alloc::boxed::Box;
use alloc::string::String;

/// How long a request is tried.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// How often it is sent at most.
    pub attempts: u32,
    /// For how many milliseconds it is sent again.
    pub deadline: u64,
    /// The seed of the jitter, so that callers do not come back at once.
    pub seed: u64,
}

impl Default for Patience {
    fn default() -> Self {
        Self { attempts: 8, deadline: 60_000, seed: 0 }
    }
}

/// The bound of the first wait; each doubles it, up to eight seconds. With full jitter the wait is anything below.
const FIRST_WAIT: u64 = 250;
const DOUBLINGS: u32 = 5;
/// After a refusal for the limit, the next second begins.
const NEXT_SECOND: u64 = 1_000;
/// A write without an answer may still be under way. It must not land on what comes after it.
const UNDER_WAY: u64 = 2_000;

/// How a request ended.
pub(super) struct Ending {
    /// The last answer; `None` where none came.
    pub(super) answer: Option<HttpResponse>,
    /// Whether it may have been carried out without an answer that says so.
    pub(super) doubt: bool,
}

pub(super) enum Step {
    Do(Command),
    Over(Ending),
}

/// A request that is under way.
pub(super) struct Exchange {
    request: HttpRequest,
    contact: Option<String>,
    patience: Patience,
    sent: u32,
    began: u64,
    waiting: bool,
    doubt: bool,
    /// What is sent again once this has an answer.
    write: Option<Box<Self>>,
}

impl Exchange {
    pub(super) fn new(
        request: HttpRequest,
        contact: Option<String>,
        patience: Patience,
        began: u64,
    ) -> Self {
        let (sent, waiting, doubt, write) = (0, false, false, None);
        Self { request, contact, patience, sent, began, waiting, doubt, write }
    }

    /// Reads before `write` is sent again, within its time.
    pub(super) fn before(request: HttpRequest, write: Self) -> Self {
        let read = Self::new(request, write.contact.clone(), write.patience, write.began);
        Self { write: Some(Box::new(write)), ..read }
    }

    /// The write that waits for this, with what it sends now.
    pub(super) fn write_again(self, request: &HttpRequest) -> Option<Self> {
        let write = self.write.filter(|write| write.request.method == request.method)?;
        Some(Self { request: request.clone(), ..*write })
    }

    pub(super) fn send(&mut self) -> Command {
        self.sent += 1;
        self.waiting = false;
        let (request, contact) = (self.request.clone(), self.contact.clone());
        Command::Send { request, attempt: self.sent, contact }
    }

    /// Whether something may have been changed, were it to end now.
    pub(super) fn may_have_written(&self) -> bool {
        let before = self.write.as_ref().is_some_and(|write| write.doubt);
        before || (!self.request.is_read() && (self.doubt || !self.waiting))
    }

    /// Whether this waits to be sent again, and if so, whether it may have been carried out.
    pub(super) fn waits_in_doubt(&self) -> Option<bool> {
        self.waiting.then_some(self.doubt)
    }

    pub(super) fn next(&mut self, event: Event<'_>, now: u64, random: &mut Random) -> Step {
        let makes = self.request.method == "POST";
        let (answer, again, least) = match event {
            // A timer that nobody waits for any more must not send what is out already.
            Event::Start | Event::Woke | Event::Abort if !self.waiting => {
                return Step::Do(Command::Wait(UNDER_WAY));
            }
            Event::Start | Event::Woke | Event::Abort => return Step::Do(self.send()),
            Event::NotSent => (None, true, 0),
            Event::NoAnswer => {
                self.doubt = true;
                (None, !makes, if self.request.is_read() { 0 } else { UNDER_WAY })
            }
            Event::Answer(answer) => {
                let wanted = retry_after(answer);
                match answer.status {
                    429 => (Some(answer), true, wanted.unwrap_or_default().max(NEXT_SECOND)),
                    500.. => {
                        self.doubt = true;
                        (Some(answer), !makes, wanted.unwrap_or_default())
                    }
                    _ => (Some(answer), false, 0),
                }
            }
        };
        let bound = FIRST_WAIT << (self.sent - 1).min(DOUBLINGS);
        let wait = random.below(bound).saturating_add(least);
        let late = now.saturating_add(wait) > self.began.saturating_add(self.patience.deadline);
        if !again || late || self.sent >= self.patience.attempts {
            return Step::Over(Ending { answer: answer.cloned(), doubt: self.doubt });
        }
        self.waiting = true;
        Step::Do(Command::Wait(wait))
    }
}
