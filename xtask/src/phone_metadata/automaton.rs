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

#[cfg(test)]
mod tests {
    use super::super::pattern::{groups, parse};
    use super::*;

    /// Where a pattern can end from a place, first choice first, and where its last group then stood.
    fn ends(
        pattern: &Pattern,
        digits: &[u8],
        at: (u8, Option<(u8, u8)>),
        watched: u8,
    ) -> Vec<(u8, Option<(u8, u8)>)> {
        let (start, _) = at;
        match pattern {
            Pattern::Digit(set) => match digits.get(usize::from(start)) {
                Some(digit) if set >> digit & 1 == 1 => vec![(start + 1, at.1)],
                _ => Vec::new(),
            },
            Pattern::End if usize::from(start) == digits.len() => vec![at],
            Pattern::End => Vec::new(),
            Pattern::Sequence(parts) => parts.iter().fold(vec![at], |from, part| {
                from.into_iter().flat_map(|at| ends(part, digits, at, watched)).collect()
            }),
            Pattern::Choice(parts) => {
                parts.iter().flat_map(|part| ends(part, digits, at, watched)).collect()
            }
            Pattern::Repeat { inner, least, most } => {
                let once = || ends(inner, digits, at, watched).into_iter();
                let rest =
                    |least: u8| Pattern::Repeat { inner: inner.clone(), least, most: most - 1 };
                match (*least, *most) {
                    (0, 0) => vec![at],
                    (0, _) => once()
                        .flat_map(|at| ends(&rest(0), digits, at, watched))
                        .chain([at])
                        .collect(),
                    (least, _) => {
                        once().flat_map(|at| ends(&rest(least - 1), digits, at, watched)).collect()
                    }
                }
            }
            Pattern::Group(number, inner) => ends(inner, digits, at, watched)
                .into_iter()
                .map(|(end, group)| {
                    (end, if *number == watched { Some((start, end)) } else { group })
                })
                .collect(),
        }
    }

    /// What an automaton of prefixes says: the last label on the way that counts.
    fn walk(pool: &Pool, start: u16, digits: &[u8]) -> Option<(u8, Option<(u8, u8)>)> {
        let mut at = start;
        let mut found = None;
        for length in 0..=digits.len() {
            let label = pool.states[usize::from(at)].label;
            let is_end = length == digits.len();
            let (plain, at_end) = (label & 15, label >> 4);
            let counts = if is_end && at_end != 0 { at_end } else { plain };
            if counts != 0 {
                let group = (counts > 1).then(|| (counts - 2, length as u8));
                found = Some((length as u8, group));
            }
            let Some(&digit) = digits.get(length) else { break };
            at = pool.states[usize::from(at)].next[usize::from(digit)];
            if at == DEAD {
                break;
            }
        }
        found
    }

    /// Every number of up to six digits out of a few, against a matcher that backtracks.
    #[track_caller]
    fn check(text: &str, alphabet: &[u8]) {
        let pattern = parse(text).unwrap();
        let watched = groups(&pattern);
        let mut pool = Pool::new();
        // One label for a match without its group, else the place where the group began.
        let one = |found: Found| found.group.map_or(1, |(start, _)| start + 2);
        let label = |at_end: Option<Found>, plain: Option<Found>| {
            Ok(at_end.map_or(0, one) << 4 | plain.map_or(0, one))
        };
        let start = pool.prefix(&pattern, watched, &label).unwrap();
        let mut numbers: Vec<Vec<u8>> = vec![Vec::new()];
        for _ in 0..6 {
            let longer = numbers.iter().flat_map(|number| {
                alphabet.iter().map(|&digit| [number.as_slice(), &[digit]].concat())
            });
            numbers = longer.chain([Vec::new()]).collect();
            for number in &numbers {
                let expected = ends(&pattern, number, (0, None), watched).first().copied();
                let ends_at_match = |(end, group): (u8, Option<(u8, u8)>)| {
                    (end, group.map(|(start, _)| (start, end)))
                };
                let expected = expected.map(ends_at_match);
                assert_eq!(walk(&pool, start, number), expected, "`{text}` on {number:?}");
            }
        }
    }

    #[test]
    fn prefixes_are_matched_as_by_backtracking() {
        check("0|80?", &[0, 8, 1]);
        check("0([35]|4(?:[14]4|56))?", &[0, 1, 3, 4, 5, 6]);
        check(r"([2-4]\d{3})$|1", &[1, 2, 5]);
        check("([25]1)$|0|251", &[0, 1, 2, 5]);
        check(r"(?:0|90)(?:(1[25])(\d{2,3}))?", &[0, 1, 2, 9]);
        check("(?:1|12)(?:2|23)?(3)?", &[1, 2, 3]);
        check("001[14]|14(?:1|4)0", &[0, 1, 4]);
    }

    #[test]
    fn equal_states_are_made_once() {
        let mut pool = Pool::new();
        let pattern = [parse(r"[12]\d{3}|3\d{3}").unwrap()];
        pool.whole(&pattern, &|_, matched| u8::from(matched[0])).unwrap();
        // Dead, the end, three states of any digit, and the start.
        assert_eq!(pool.states.len(), 6);
    }
}
