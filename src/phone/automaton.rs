//! Acyclic automata over the ten digits, and how they come out of the coder. What an answer means is
//! not known here.
//!
//! A pattern of the metadata is a finite language, so it needs no matcher: one step per digit, along
//! states that the compiler made minimal.

use super::coder::Bits;
use super::model::{self, AT_END, DROP, ELSE_DROP, LONGEST, Question, Target};
use alloc::vec;
use alloc::vec::Vec;

/// Where an automaton stands.
pub(super) type StateId = u16;

/// The state from which nothing can match; an automaton that begins there was left out.
pub(super) const DEAD: StateId = 0;

/// Where each digit leads, and at the end the label: a power of two in all, so that one step is a shift
/// and a single check of bounds.
#[derive(Clone, Copy, Default)]
struct State([StateId; 16]);

const LABEL: usize = 15;

impl State {
    fn new(label: u8, next: [StateId; 10]) -> Self {
        let mut state = Self::default();
        for (slot, next) in state.0.iter_mut().zip(next) {
            *slot = next;
        }
        state.0[LABEL] = label.into();
        state
    }
}

/// The states of all automata of one calling code.
pub(super) struct States(Vec<State>);

impl States {
    fn step(&self, at: StateId, digit: u8) -> StateId {
        let state = self.0.get(usize::from(at));
        state.and_then(|state| state.0.get(usize::from(digit & 15))).map_or(DEAD, |&next| next)
    }

    fn label(&self, at: StateId) -> u8 {
        self.0.get(usize::from(at)).map_or(0, |state| state.0[LABEL].to_le_bytes()[0])
    }

    /// The label of the whole number; 0 when it does not match.
    pub(super) fn whole(&self, start: StateId, digits: &[u8]) -> u8 {
        let mut at = start;
        for &digit in digits {
            at = self.step(at, digit);
            if at == DEAD {
                return 0;
            }
        }
        self.label(at)
    }

    /// How many digits in front match, and the label: that of the longest match which is not cut off.
    pub(super) fn front(&self, start: StateId, digits: &[u8]) -> Option<(usize, u8)> {
        let mut at = start;
        let mut found = None;
        for length in 0..=digits.len() {
            let label = self.label(at);
            if label & AT_END == 0 {
                found = if label == 0 { found } else { Some((length, label)) };
            } else if length == digits.len() {
                found = Some((length, label & !(AT_END | ELSE_DROP)));
            } else if label & ELSE_DROP != 0 {
                found = Some((length, DROP));
            }
            match digits.get(length) {
                Some(&digit) => at = self.step(at, digit),
                None => break,
            }
            if at == DEAD {
                break;
            }
        }
        found
    }
}

/// Where the digits of a state lead, each living target once.
struct Seen {
    targets: [(StateId, Target); 10],
    count: usize,
}

/// Reads the automata of one calling code out of its stream.
pub(super) struct Reader<'a> {
    bits: Bits<'a>,
    states: Vec<State>,
    /// The states in the order in which they were finished: all, and by the depth at which they were met.
    met: Vec<StateId>,
    met_at: [Vec<StateId>; LONGEST as usize + 1],
    /// The tails that exist, with how many digits they take and their label.
    tails: Vec<(u8, u8, StateId)>,
    question: Question,
    /// The length of a whole number and the kind that were named last.
    last: (u8, u8),
}

impl<'a> Reader<'a> {
    pub(super) fn new(bits: Bits<'a>) -> Self {
        Self {
            bits,
            states: vec![State::default()],
            met: Vec::new(),
            met_at: Default::default(),
            tails: Vec::new(),
            question: Question::General,
            last: (0, 0),
        }
    }

    /// The stream itself, for what stands between automata.
    pub(super) fn bits(&mut self) -> &mut Bits<'a> {
        &mut self.bits
    }

    /// Takes the states out, when all automata are read.
    pub(super) fn finish(&mut self) -> States {
        States(core::mem::take(&mut self.states))
    }

    /// Reads one automaton; gives its start.
    pub(super) fn automaton(&mut self, question: Question) -> StateId {
        self.question = question;
        self.last = model::FIRST;
        if self.bits.bit(model::absent(question)) {
            return DEAD;
        }
        if let Some(zeros) = question.usual_prefix()
            && self.bits.bit(model::usual(question))
        {
            let mut at = self.tail(0, DROP);
            for _ in 0..zeros {
                let mut next = [DEAD; 10];
                next[0] = at;
                at = self.add(State::new(0, next));
            }
            return at;
        }
        self.target(0, 0).0
    }

    fn add(&mut self, state: State) -> StateId {
        let id = StateId::try_from(self.states.len()).unwrap_or(DEAD);
        self.states.push(state);
        id
    }

    /// The state from which any `digits` digits lead to `label`.
    fn tail(&mut self, digits: u8, label: u8) -> StateId {
        if let Some(known) = self.tails.iter().find(|tail| (tail.0, tail.1) == (digits, label)) {
            return known.2;
        }
        let state = match digits.checked_sub(1) {
            Some(fewer) => State::new(0, [self.tail(fewer, label); 10]),
            None => State::new(label, [DEAD; 10]),
        };
        let id = self.add(state);
        self.tails.push((digits, label, id));
        id
    }

    /// Reads where a digit leads that leads where no digit of its state led before.
    fn target(&mut self, depth: u8, seen: usize) -> (StateId, Target) {
        let question = self.question;
        if self.bits.bit(model::tail(question, depth.into(), seen)) {
            if !self.bits.bit(model::length_kept(question, seen)) {
                self.last.0 = self.bits.tree(5, |node| model::length(question, node));
            }
            let label = self.label(seen);
            return (self.tail(self.last.0.saturating_sub(depth), label), Target::Tail);
        }
        if !self.met.is_empty() && self.bits.bit(model::known(question, depth.into())) {
            return (self.known(depth), Target::State);
        }
        (self.state(depth), Target::State)
    }

    /// Reads what a match means; `seen` is 3 where longer matches go on.
    fn label(&mut self, seen: usize) -> u8 {
        match self.question {
            Question::General | Question::Leading | Question::InternationalPrefix => DROP,
            Question::NationalPrefix if self.bits.bit(model::just_drop()) => DROP,
            Question::NationalPrefix => u8::try_from(self.bits.number(8)).unwrap_or_default(),
            Question::Kind => {
                let last = self.last.1;
                if !self.bits.bit(model::kind_kept(seen, last)) {
                    self.last.1 = self.bits.tree(4, |node| model::kind(last, node));
                }
                self.last.1
            }
        }
    }

    /// Reads which state is meant of those that came before.
    fn known(&mut self, depth: u8) -> StateId {
        let same_depth = self.bits.bit(model::same_depth(self.question));
        let at_depth = self.met_at.get(usize::from(depth)).filter(|_| same_depth);
        let met = at_depth.unwrap_or(&self.met);
        let count = met.len();
        let width = usize::BITS - count.saturating_sub(1).leading_zeros();
        let is_last = |&bits: &u32| !self.bits.bit(model::back(width, bits));
        let back = match (0..width).find(is_last).unwrap_or(width) {
            0 => 0,
            bits => 1 << (bits - 1) | self.bits.number(bits - 1),
        };
        count.checked_sub(back + 1).and_then(|index| met.get(index)).map_or(DEAD, |&id| id)
    }

    /// Reads a state and, before it is finished, those behind it.
    fn state(&mut self, depth: u8) -> StateId {
        if depth > LONGEST {
            return DEAD;
        }
        let question = self.question;
        let has_label = self.bits.bit(model::label(question, depth.into()));
        let label = if has_label { self.label(3) } else { 0 };
        let mut next = [DEAD; 10];
        let mut seen = Seen { targets: [(DEAD, Target::Dead); 10], count: 0 };
        let mut previous = (DEAD, Target::Dead);
        let mut run = 0;
        for (digit, slot) in next.iter_mut().enumerate() {
            if digit > 0
                && self.bits.bit(model::same(question, previous.1, depth.into(), seen.count, run))
            {
                run += 1;
            } else {
                run = 0;
                previous = self.other(depth, digit, previous, &mut seen);
            }
            *slot = previous.0;
        }
        let id = self.add(State::new(label, next));
        self.met.push(id);
        if let Some(met) = self.met_at.get_mut(usize::from(depth)) {
            met.push(id);
        }
        id
    }

    /// Reads where a digit leads that does not lead where the previous digit led.
    fn other(
        &mut self,
        depth: u8,
        digit: usize,
        previous: (StateId, Target),
        seen: &mut Seen,
    ) -> (StateId, Target) {
        let question = self.question;
        let dead = if digit == 0 {
            self.bits.bit(model::dead_first(question, depth.into()))
        } else {
            previous.1 != Target::Dead
                && self.bits.bit(model::dead(question, depth.into(), seen.count))
        };
        if dead {
            return (DEAD, Target::Dead);
        }
        let candidates =
            || seen.targets.iter().take(seen.count).rev().filter(|target| target.0 != previous.0);
        let others = candidates().count();
        if others > 0 && self.bits.bit(model::earlier(question, depth.into(), others)) {
            let index = (0..others - 1)
                .find(|&index| self.bits.bit(model::which(question, index)))
                .unwrap_or(others - 1);
            return candidates().nth(index).copied().unwrap_or(previous);
        }
        let target = self.target(depth + 1, seen.count);
        if let Some(slot) = seen.targets.get_mut(seen.count) {
            *slot = target;
            seen.count += 1;
        }
        target
    }
}
