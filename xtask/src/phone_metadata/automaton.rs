//! Patterns to automata: acyclic, minimal, over the ten digits, with a label where a match ends.
//!
//! Two constructions, since two questions are asked. [`Pool::whole`]: which of several patterns match
//! the *whole* number? The order of alternatives means nothing, and the label may depend on the length.
//! [`Pool::prefix`]: what does *one* pattern match at the front, as a backtracking matcher would, first
//! alternative first, and where did its capturing group stand? Equal states are made once, so what
//! comes out is minimal, and shared between all automata of one pool.

use super::pattern::Pattern;
use std::collections::BTreeMap;

/// A state: what is known when the number has been read up to here, and where each digit leads.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct State {
    /// 0: nothing ends here.
    pub(crate) label: u8,
    /// Indices into the pool.
    pub(crate) next: [u16; 10],
}

/// The state from which nothing can match.
pub(crate) const DEAD: u16 = 0;

/// All states of the automata that are shipped together.
#[derive(Debug)]
pub(crate) struct Pool {
    pub(crate) states: Vec<State>,
    known: BTreeMap<State, u16>,
}

impl Pool {
    pub(crate) fn new() -> Self {
        let dead = State { label: 0, next: [DEAD; 10] };
        Self { states: vec![dead.clone()], known: BTreeMap::from([(dead, DEAD)]) }
    }

    fn add(&mut self, state: State) -> Result<u16, String> {
        if let Some(&known) = self.known.get(&state) {
            return Ok(known);
        }
        let index = u16::try_from(self.states.len()).map_err(|_| "more than 65,535 states")?;
        self.states.push(state.clone());
        self.known.insert(state, index);
        Ok(index)
    }

    /// Matches whole numbers: `label` is given the length and, for each pattern, whether it matched.
    pub(crate) fn whole(
        &mut self,
        patterns: &[Pattern],
        label: &dyn Fn(usize, &[bool]) -> u8,
    ) -> Result<u16, String> {
        let mut program = Program::default();
        let roots: Vec<usize> = patterns
            .iter()
            .enumerate()
            .map(|(index, pattern)| {
                let end = program.push(Step::Match(index));
                program.compile(pattern, end)
            })
            .collect();
        let mut made = BTreeMap::new();
        let start = program.closure(&roots)?;
        self.whole_from(&program, start, 0, patterns.len(), label, &mut made)
    }

    fn whole_from(
        &mut self,
        program: &Program,
        at: Vec<usize>,
        length: usize,
        count: usize,
        label: &dyn Fn(usize, &[bool]) -> u8,
        made: &mut BTreeMap<(Vec<usize>, usize), u16>,
    ) -> Result<u16, String> {
        if at.is_empty() {
            return Ok(DEAD);
        }
        if let Some(&known) = made.get(&(at.clone(), length)) {
            return Ok(known);
        }
        let mut matched = vec![false; count];
        for &step in &at {
            if let Step::Match(index) = program.steps[step] {
                matched[index] = true;
            }
        }
        let mut next = [DEAD; 10];
        for (digit, slot) in next.iter_mut().enumerate() {
            let reached: Vec<usize> =
                at.iter().filter_map(|&step| program.on(step, digit)).collect();
            let reached = program.closure(&reached)?;
            *slot = self.whole_from(program, reached, length + 1, count, label, made)?;
        }
        let index = self.add(State { label: label(length, &matched), next })?;
        made.insert((at, length), index);
        Ok(index)
    }

    /// Matches the front of a number. `label` is given what was found: first what counts if the number
    /// ends here, then what counts otherwise. States that rank below a match are cut, as a backtracking
    /// matcher never visits them.
    pub(crate) fn prefix(
        &mut self,
        pattern: &Pattern,
        group: u8,
        label: &dyn Fn(Option<Found>, Option<Found>) -> Result<u8, String>,
    ) -> Result<u16, String> {
        let mut program = Program { group, ..Program::default() };
        let end = program.push(Step::Match(0));
        let root = program.compile(pattern, end);
        let start = vec![Thread { step: root, opened: None, closed: None }];
        self.prefix_from(&program, start, 0, label, &mut BTreeMap::new())
    }

    fn prefix_from(
        &mut self,
        program: &Program,
        threads: Vec<Thread>,
        length: u8,
        label: &dyn Fn(Option<Found>, Option<Found>) -> Result<u8, String>,
        made: &mut BTreeMap<(Vec<Thread>, u8), u16>,
    ) -> Result<u16, String> {
        if threads.is_empty() {
            return Ok(DEAD);
        }
        if let Some(&known) = made.get(&(threads.clone(), length)) {
            return Ok(known);
        }
        let mut ranked = Ranked::default();
        for &thread in &threads {
            if !program.rank(thread, length, false, &mut ranked) {
                break;
            }
        }
        let mut next = [DEAD; 10];
        for (digit, slot) in next.iter_mut().enumerate() {
            let reached: Vec<Thread> = ranked
                .waiting
                .iter()
                .filter_map(|&thread| {
                    Some(Thread { step: program.on(thread.step, digit)?, ..thread })
                })
                .collect();
            *slot = self.prefix_from(program, reached, length + 1, label, made)?;
        }
        let found = |thread: Thread| Found { length, group: thread.opened.zip(thread.closed) };
        let label = match (ranked.at_end, ranked.matched) {
            (None, None) => 0,
            (at_end, anywhere) => label(at_end.map(found), anywhere.map(found))?,
        };
        let index = self.add(State { label, next })?;
        made.insert((threads, length), index);
        Ok(index)
    }
}

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
struct Program {
    steps: Vec<Step>,
    /// The capturing group to watch; 0 for none.
    group: u8,
}

enum Step {
    Digit(u16, usize),
    Split(Vec<usize>),
    Open(usize),
    Close(usize),
    End(usize),
    Match(usize),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Thread {
    step: usize,
    opened: Option<u8>,
    closed: Option<u8>,
}

#[derive(Default)]
struct Ranked {
    waiting: Vec<Thread>,
    at_end: Option<Thread>,
    matched: Option<Thread>,
}

impl Program {
    fn push(&mut self, step: Step) -> usize {
        self.steps.push(step);
        self.steps.len() - 1
    }

    /// Adds the steps of a pattern that goes on at `then`; gives the first.
    fn compile(&mut self, pattern: &Pattern, then: usize) -> usize {
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

    fn on(&self, step: usize, digit: usize) -> Option<usize> {
        match self.steps[step] {
            Step::Digit(set, then) if set & 1 << digit != 0 => Some(then),
            _ => None,
        }
    }

    /// Every step that waits for a digit or has matched, reached without reading.
    fn closure(&self, from: &[usize]) -> Result<Vec<usize>, String> {
        let mut todo = from.to_vec();
        let mut reached = Vec::new();
        while let Some(step) = todo.pop() {
            match &self.steps[step] {
                Step::Digit(..) | Step::Match(_) => reached.push(step),
                Step::Split(branches) => todo.extend(branches),
                Step::Open(then) | Step::Close(then) => todo.push(*then),
                Step::End(_) => return Err("`$` in a pattern for whole numbers".into()),
            }
        }
        reached.sort_unstable();
        reached.dedup();
        Ok(reached)
    }

    /// Follows a thread until it waits for a digit; false when what ranks below is cut off.
    fn rank(&self, thread: Thread, length: u8, at_end: bool, ranked: &mut Ranked) -> bool {
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
