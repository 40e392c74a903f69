//! What can happen in the world, and to whom.

use super::model::Effect;
use super::script::Job;
use crate::http::{HttpRequest, HttpResponse};

/// What happens, to which run of an operation.
#[derive(Debug)]
pub(super) enum Happening {
    Begin(usize),
    Try(usize, u32, Box<HttpRequest>, Option<String>),
    Arrive(Box<Flight>),
    Commit(Box<Flight>, HttpResponse, Effect),
    Answer(Ticket, HttpResponse),
    NoAnswer(Ticket),
    Woke(usize, u32),
    GiveUp(usize, u32),
    Vanish(String),
    ClockJump,
}

/// Which request of which run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Ticket {
    pub(super) caller: usize,
    pub(super) run: u32,
    pub(super) pace: u32,
}

/// A request on its way.
#[derive(Debug)]
pub(super) struct Flight {
    pub(super) ticket: Ticket,
    pub(super) job: Job,
    pub(super) request: HttpRequest,
    pub(super) fate: Fate,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    Good,
    LostBefore,
    LostAfter,
    FailsBefore,
    FailsAfter,
    Garbled,
}
