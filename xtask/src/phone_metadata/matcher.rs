//! One pattern as a matcher without backtracking: it walks all ways at once, and ranks them as one that
//! backtracks would try them. What is made of the matches is not known here.

use super::pattern::Pattern;
use anyhow::{Result, bail};

/// What a pattern matched at the front of a number.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Found {
    /// How many digits.
    pub(crate) length: u8,
    /// Where the watched group began and ended, if it took part.
    pub(crate) group: Option<(u8, u8)>,
}

/// A pattern as steps that refer to each other, as matchers without backtracking use them.
#[derive(Default)]
pub(super) struct Program {
    pub(super) steps: Vec<Step>,
    /// The capturing group to watch; 0 for none.
    pub(super) group: u8,
}

pub(super) enum Step {
    Digit(u16, usize),
    Split(Vec<usize>),
    Open(usize),
    Close(usize),
    End(usize),
    Match(usize),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Thread {
    pub(super) step: usize,
    pub(super) opened: Option<u8>,
    pub(super) closed: Option<u8>,
}

#[derive(Default)]
pub(super) struct Ranked {
    pub(super) waiting: Vec<Thread>,
    pub(super) at_end: Option<Thread>,
    pub(super) matched: Option<Thread>,
}

impl Program {
    pub(super) fn push(&mut self, step: Step) -> usize {
        self.steps.push(step);
        self.steps.len() - 1
    }

    /// Adds the steps of a pattern that goes on at `then`; gives the first.
    pub(super) fn compile(&mut self, pattern: &Pattern, then: usize) -> usize {
        match pattern {
            Pattern::Digit(set) => self.push(Step::Digit(*set, then)),
            Pattern::End => self.push(Step::End(then)),
            Pattern::Sequence(parts) => {
                parts.iter().rev().fold(then, |then, part| self.compile(part, then))
            }
            Pattern::Choice(branches) => {
                let branches = branches.iter().map(|branch| self.compile(branch, then)).collect();
                self.push(Step::Split(branches))
            }
            Pattern::Repeat { inner, least, most } => {
                let mut at = then;
                for _ in *least..*most {
                    let more = self.compile(inner, at);
                    at = self.push(Step::Split(vec![more, then]));
                }
                (0..*least).fold(at, |at, _| self.compile(inner, at))
            }
            Pattern::Group(number, inner) if *number == self.group => {
                let close = self.push(Step::Close(then));
                let inner = self.compile(inner, close);
                self.push(Step::Open(inner))
            }
            Pattern::Group(_, inner) => self.compile(inner, then),
        }
    }

    pub(super) fn on(&self, step: usize, digit: usize) -> Option<usize> {
        match self.steps[step] {
            Step::Digit(set, then) if set & 1 << digit != 0 => Some(then),
            _ => None,
        }
    }

    /// Every step that waits for a digit or has matched, reached without reading.
    pub(super) fn closure(&self, from: &[usize]) -> Result<Vec<usize>> {
        let mut todo = from.to_vec();
        let mut reached = Vec::new();
        while let Some(step) = todo.pop() {
            match &self.steps[step] {
                Step::Digit(..) | Step::Match(_) => reached.push(step),
                Step::Split(branches) => todo.extend(branches),
                Step::Open(then) | Step::Close(then) => todo.push(*then),
                Step::End(_) => bail!("`$` in a pattern for whole numbers"),
            }
        }
        reached.sort_unstable();
        reached.dedup();
        Ok(reached)
    }

    /// Follows a thread until it waits for a digit; false when what ranks below is cut off.
    pub(super) fn rank(
        &self,
        thread: Thread,
        length: u8,
        at_end: bool,
        ranked: &mut Ranked,
    ) -> bool {
        match &self.steps[thread.step] {
            Step::Digit(..) => {
                // After `$` no digit can follow; a thread that got here earlier ranks higher.
                if !at_end && !ranked.waiting.iter().any(|other| other.step == thread.step) {
                    ranked.waiting.push(thread);
                }
                true
            }
            Step::Match(_) if at_end => {
                ranked.at_end.get_or_insert(thread);
                true
            }
            Step::Match(_) => {
                ranked.matched = Some(thread);
                false
            }
            Step::Split(branches) => branches
                .iter()
                .all(|&step| self.rank(Thread { step, ..thread }, length, at_end, ranked)),
            Step::Open(step) => self.rank(
                Thread { step: *step, opened: Some(length), ..thread },
                length,
                at_end,
                ranked,
            ),
            Step::Close(step) => self.rank(
                Thread { step: *step, closed: Some(length), ..thread },
                length,
                at_end,
                ranked,
            ),
            Step::End(step) => self.rank(Thread { step: *step, ..thread }, length, true, ranked),
        }
    }
}
