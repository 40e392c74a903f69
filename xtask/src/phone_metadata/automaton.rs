//! Patterns to automata: acyclic, minimal, over the ten digits, with a label where a match ends.
//!
//! Two constructions, since two questions are asked. [`Pool::whole`]: which of several patterns match
//! the *whole* number? The order of alternatives means nothing, and the label may depend on the length.
//! [`Pool::prefix`]: what does *one* pattern match at the front, as a backtracking matcher would, first
//! alternative first, and where did its capturing group stand? Equal states are made once, so what
//! comes out is minimal, and shared between all automata of one pool.

pub(crate) use super::matcher::Found;
use super::matcher::{Program, Ranked, Step, Thread};
use super::pattern::Pattern;
use anyhow::{Context, Result};
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

    fn add(&mut self, state: State) -> Result<u16> {
        if let Some(&known) = self.known.get(&state) {
            return Ok(known);
        }
        let index = u16::try_from(self.states.len()).context("more than 65,535 states")?;
        self.states.push(state.clone());
        self.known.insert(state, index);
        Ok(index)
    }

    /// Matches whole numbers: `label` is given the length and, for each pattern, whether it matched.
    pub(crate) fn whole(
        &mut self,
        patterns: &[Pattern],
        label: &dyn Fn(usize, &[bool]) -> u8,
    ) -> Result<u16> {
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
    ) -> Result<u16> {
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
        label: &dyn Fn(Option<Found>, Option<Found>) -> Result<u8>,
    ) -> Result<u16> {
        let mut program = Program { group, ..Program::default() };
        let end = program.push(Step::Match(0));
        let root = program.compile(pattern, end);
        let start = vec![Thread { step: root, opened: None, closed: None }];
        self.prefix_from(&program, start, 0, label, &mut BTreeMap::new())
    }

    /// Whether a number that matches as a whole begins with what matches at the front.
    pub(crate) fn meet(&self, whole: u16, front: u16) -> bool {
        let [whole_state, front_state] =
            [whole, front].map(|state| &self.states[usize::from(state)]);
        let mut pairs = whole_state.next.iter().zip(front_state.next);
        whole != DEAD
            && front != DEAD
            && (front_state.label != 0 || pairs.any(|(&whole, front)| self.meet(whole, front)))
    }

    fn prefix_from(
        &mut self,
        program: &Program,
        threads: Vec<Thread>,
        length: u8,
        label: &dyn Fn(Option<Found>, Option<Found>) -> Result<u8>,
        made: &mut BTreeMap<(Vec<Thread>, u8), u16>,
    ) -> Result<u16> {
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
