//! One record on its way: what is known of its contact, and when to look for it again.

use crate::contact::Contact;
use crate::endpoint::proof::Proved;
use crate::issue::{Code, Issue, Path, Report};
use crate::operation::safeguard::{Safeguard, holds};
use crate::operation::{Failure, Mode, Patience};
use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

/// What came of a record.
pub type RowResult = Result<Written, Failure>;

/// What was done for a record, and the contact as it is now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Written {
    /// It was made.
    Created(Box<Contact>),
    /// It was there, and differed.
    Updated(Box<Contact>),
    /// It was there as it should be.
    Unchanged(Box<Contact>),
}

impl Written {
    /// The contact.
    #[must_use]
    pub fn contact(&self) -> &Contact {
        match self {
            Self::Created(contact) | Self::Updated(contact) | Self::Unchanged(contact) => contact,
        }
    }

    /// What was done, in a word.
    #[must_use]
    pub fn word(&self) -> &'static str {
        match self {
            Self::Created(_) => "created",
            Self::Updated(_) => "updated",
            Self::Unchanged(_) => "unchanged",
        }
    }
}

/// When to look for what may have been made, in milliseconds after it was noticed. A list lags up to three
/// seconds, and what is under way when its connection ends may be carried out a little later.
const LOOKS: [u64; 4] = [400, 1_500, 3_000, 6_000];
/// How often a contact is posted in all, whatever the patience.
const POSTS: u32 = 6;

/// Why a contact is looked for that was not in the list before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trouble {
    /// It may have been made.
    Lost,
    /// It was made; its answer can't be read.
    Made,
    /// There is one already.
    Taken,
}

#[derive(Clone, Debug)]
pub(super) enum Stage {
    /// Not looked up yet, or not late enough.
    Unseen {
        not_before: u64,
    },
    Absent,
    /// Its id.
    Found(String),
    Over(RowResult),
}

#[derive(Clone, Debug)]
struct Doubt {
    trouble: Trouble,
    since: u64,
    /// What to say if nothing is found.
    failure: Failure,
}

/// One record on its way.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub(super) proved: Proved,
    pub(super) stage: Stage,
    /// The place of the last row before it that is about the same contact.
    pub(super) before: Option<usize>,
    posts: u32,
    /// When the first of them was sent.
    began: u64,
    doubt: Option<Doubt>,
}

impl Row {
    pub(super) fn new(proved: Proved, mode: Mode) -> Self {
        let stage = match mode {
            Mode::Create => Stage::Absent,
            Mode::Upsert if proved.external_id.is_none() => {
                let target = Path::of(&["externalId"]);
                let (path, code) = (target.clone(), Code::Required);
                let issue = Issue { code, path, target: Some(target), suggestions: Vec::new() };
                let report = Report { issues: vec![issue], warnings: Vec::new() };
                Stage::Over(Err(Failure::Invalid(report)))
            }
            Mode::Upsert => Stage::Unseen { not_before: 0 },
        };
        Self { proved, stage, before: None, posts: 0, began: 0, doubt: None }
    }

    /// A record that is not sent at all.
    pub(super) fn over(failure: Failure) -> Self {
        let stage = Stage::Over(Err(failure));
        Self { proved: Proved::default(), stage, before: None, posts: 0, began: 0, doubt: None }
    }

    /// It is made now.
    pub(super) fn posts(&mut self, now: u64) {
        if self.posts == 0 {
            self.began = now;
        }
        self.posts += 1;
    }

    /// Whether it may be made once more.
    fn may_post(&self, patience: Patience, now: u64) -> bool {
        self.posts < POSTS.min(patience.attempts.max(1))
            && (self.posts == 0 || now <= self.began.saturating_add(patience.deadline))
    }

    pub(super) fn is_over(&self) -> bool {
        matches!(self.stage, Stage::Over(_))
    }

    /// Whether a contact of it may be there without an answer that says so.
    pub(super) fn is_doubtful(&self) -> bool {
        self.doubt.as_ref().is_some_and(|doubt| doubt.trouble != Trouble::Taken)
    }

    /// By which it is told from others; `None` where it can't be found again.
    pub(super) fn pair(&self) -> Option<String> {
        let id = self.proved.external_id.as_ref()?;
        Some([self.proved.source.as_str(), id].join("\n"))
    }

    /// Ends without a contact, unless it has ended before.
    pub(super) fn fail(&mut self, failure: Failure) {
        if !self.is_over() {
            self.stage = Stage::Over(Err(failure));
        }
    }

    /// The same, for a failure that says nothing of what may have been made before.
    pub(super) fn give_up(&mut self, failure: Failure) {
        let doubt = self.doubt.take().filter(|doubt| doubt.trouble != Trouble::Taken);
        self.fail(doubt.map_or(failure, |doubt| doubt.failure));
    }

    /// Somebody has this pair.
    pub(super) fn conflict(&mut self, failure: Failure, now: u64) {
        // The doubt, if there is one, is about whose it is.
        let trouble = if self.is_doubtful() { Trouble::Made } else { Trouble::Taken };
        self.look_for(trouble, failure, now);
    }

    pub(super) fn look_for(&mut self, trouble: Trouble, failure: Failure, now: u64) {
        if self.posts > POSTS {
            return self.fail(failure);
        }
        self.doubt = Some(Doubt { trouble, since: now, failure });
        self.stage = if holds(Safeguard::LookUp) || trouble == Trouble::Taken {
            Stage::Unseen { not_before: now.saturating_add(LOOKS[0]) }
        } else {
            Stage::Absent
        };
    }

    /// A list was asked for at `began`, and this is what it had.
    pub(super) fn looked_up(
        &mut self,
        found: Option<String>,
        began: u64,
        patience: Patience,
        now: u64,
    ) {
        if let Some(id) = found {
            self.stage = Stage::Found(id);
            return;
        }
        let Some(doubt) = &self.doubt else {
            self.stage = Stage::Absent;
            return;
        };
        let waited = began.saturating_sub(doubt.since);
        let next = LOOKS.into_iter().find(|look| *look > waited);
        match next {
            Some(look) => {
                self.stage = Stage::Unseen { not_before: doubt.since.saturating_add(look) };
            }
            None if doubt.trouble == Trouble::Lost && self.may_post(patience, now) => {
                self.stage = Stage::Absent;
            }
            None => {
                let failure = doubt.failure.clone();
                self.fail(failure);
            }
        }
    }

    /// What was found is not there any more.
    pub(super) fn vanished(&mut self, failure: Failure, patience: Patience, now: u64) {
        if self.may_post(patience, now) {
            self.stage = Stage::Absent;
        } else {
            self.give_up(failure);
        }
    }

    pub(super) fn into_result(self) -> RowResult {
        match self.stage {
            Stage::Over(result) => result,
            Stage::Unseen { .. } | Stage::Absent | Stage::Found(_) => Err(Failure::Aborted),
        }
    }
}
