//! Automata to the bytes of `metadata.bin`: the writing end of `src/phone/automaton.rs`, question by
//! question. Both ends take their contexts from `src/phone/model.rs`.

use super::automaton::{DEAD, Pool, State};
use super::compile::{Compiled, Plan};
use super::model::{self, CONTEXTS, DROP, LONGEST, NARROW, Question, RATES, Target};
use anyhow::Result;

/// An answer: with its context, or `None` where nothing can be expected.
type Answer = (Option<usize>, bool);

/// The answers of one stream.
pub(crate) type Answers = Vec<Answer>;

/// Writes all plans, which must be in rising order of their calling codes.
pub(crate) fn file(plans: &[Plan]) -> Result<Vec<u8>> {
    let answers: Vec<Answers> =
        plans.iter().map(|plan| Writer::new(&plan.pool).plan(plan)).collect();
    let priors = priors(&answers, CONTEXTS);
    let streams: Vec<Vec<u8>> = answers.iter().map(|answers| code(answers, &priors)).collect();
    let letters: Vec<Vec<u8>> = plans.iter().map(letters).collect();
    let codes = || plans.iter().map(|plan| plan.calling_code);
    let steps = std::iter::once(0).chain(codes()).zip(codes()).map(|(before, code)| code - before);
    let mut file = priors;
    for step in steps {
        file.push(u8::try_from(step)?);
    }
    for letters in &letters {
        file.push(u8::try_from(letters.len() / 2)?);
    }
    // Column by column: what is alike stands together, and compresses well.
    let lengths = streams.iter().map(|stream| Ok(u16::try_from(stream.len())?.to_le_bytes()));
    let lengths: Vec<[u8; 2]> = lengths.collect::<Result<_>>()?;
    file.extend(lengths.iter().map(|length| length[0]));
    file.extend(lengths.iter().map(|length| length[1]));
    file.extend(letters.concat());
    file.extend(streams.concat());
    Ok(file)
}

/// The letters of all regions.
fn letters(plan: &Plan) -> Vec<u8> {
    plan.territories.iter().flat_map(|territory| territory.letters.iter().copied()).collect()
}

/// What a prior can be: as far from each other as they tell something, so that the file has few different
/// bytes to be compressed when it is shipped. In 256ths.
const STEPS: [u8; 13] = [0, 2, 6, 15, 35, 70, 128, 186, 221, 241, 250, 254, 255];

/// What to expect of each context: how often its answer is yes.
pub(crate) fn priors(answers: &[Answers], contexts: usize) -> Vec<u8> {
    let mut counts = vec![[0_u32; 2]; contexts];
    for &(context, yes) in answers.iter().flatten() {
        if let Some(context) = context {
            counts[context][usize::from(yes)] += 1;
        }
    }
    // The step with which the answers take the fewest bits.
    let cost = |[no, yes]: [u32; 2], step: u8| {
        let chance = (f64::from(step) + 0.5) / 256.0;
        -f64::from(yes) * chance.log2() - f64::from(no) * (1.0 - chance).log2()
    };
    // To stay with the step of the context before is cheaper where it is shipped.
    let mut before = 0;
    let mut prior = |count: [u32; 2]| {
        let costs = STEPS.map(|step| {
            let change = if step == before { 0.0 } else { CHANGE };
            (cost(count, step) + change, step)
        });
        before = costs.into_iter().min_by(|a, b| a.0.total_cmp(&b.0)).map_or(0, |(_, step)| step);
        before
    };
    counts.into_iter().map(&mut prior).collect()
}

/// What a prior that differs from the one before costs in a compressed file: bits, about.
const CHANGE: f64 = 5.0;

/// Codes a stream; the reading end is `src/phone/coder.rs`.
pub(crate) fn code(answers: &[Answer], priors: &[u8]) -> Vec<u8> {
    let mut estimates: Vec<[u16; 2]> =
        priors.iter().map(|&prior| [u16::from_be_bytes([prior, 0x80]); 2]).collect();
    let (mut low, mut width) = (0_u32, u32::MAX);
    let mut bytes = Vec::new();
    for &(context, yes) in answers {
        let estimate =
            context.map_or(1 << 15, |context| estimates[context].map(|one| one >> 1).iter().sum());
        let split = ((u64::from(width) * u64::from(estimate)) >> 16) as u32;
        if yes {
            width = split;
        } else {
            low = add(low, split, &mut bytes);
            width -= split;
        }
        if let Some(context) = context {
            for (one, rate) in estimates[context].iter_mut().zip(RATES) {
                *one = if yes { *one + (!*one >> rate) } else { *one - (*one >> rate) };
            }
        }
        while width < NARROW {
            bytes.push((low >> 24) as u8);
            low <<= 8;
            width <<= 8;
        }
    }
    // The shortest ending: the reader takes zeros for what is not there.
    let ending = (0..=4_u32).find_map(|count| {
        let unit = 1_u64 << (32 - 8 * count);
        let more = u64::from(low).next_multiple_of(unit) - u64::from(low);
        (more < width.into()).then_some((count, more as u32))
    });
    let (count, more) = ending.unwrap_or((4, 0));
    let low = add(low, more, &mut bytes);
    bytes.extend(&low.to_be_bytes()[..count as usize]);
    while bytes.last() == Some(&0) {
        bytes.pop();
    }
    bytes
}

/// A sum whose carry goes into the bytes that are written.
fn add(low: u32, more: u32, bytes: &mut [u8]) -> u32 {
    let (sum, carry) = low.overflowing_add(more);
    if carry {
        for byte in bytes.iter_mut().rev() {
            *byte = byte.wrapping_add(1);
            if *byte != 0 {
                break;
            }
        }
    }
    sum
}

/// Collects the answers of one stream.
pub(crate) struct Writer<'a> {
    pool: &'a Pool,
    answers: Vec<Answer>,
    /// The states in the order in which they were finished, with the depth at which they were met.
    met: Vec<(u16, u8)>,
    question: Question,
    /// The length of a whole number and the kind that were named last.
    last: (u8, u8),
}

impl<'a> Writer<'a> {
    pub(crate) fn new(pool: &'a Pool) -> Self {
        Self {
            pool,
            answers: Vec::new(),
            met: Vec::new(),
            question: Question::General,
            last: (0, 0),
        }
    }

    pub(crate) fn bit(&mut self, context: usize, yes: bool) -> bool {
        self.answers.push((Some(context), yes));
        yes
    }

    pub(crate) fn number(&mut self, width: u32, value: usize) {
        self.answers.extend((0..width).rev().map(|bit| (None, value >> bit & 1 == 1)));
    }

    pub(crate) fn tree(&mut self, width: u32, value: u8, context: impl Fn(usize) -> usize) {
        (0..width).rev().fold(1, |node, bit| {
            let yes = value >> bit & 1 == 1;
            self.bit(context(node), yes);
            node << 1 | usize::from(yes)
        });
    }

    pub(crate) fn finish(self) -> Answers {
        self.answers
    }

    fn plan(mut self, plan: &Plan) -> Answers {
        for territory in &plan.territories {
            self.territory(territory);
        }
        self.answers
    }

    fn territory(&mut self, territory: &Compiled) {
        self.lengths(false, territory.lengths);
        self.lengths(true, territory.local_lengths);
        for (question, start) in Question::ALL.into_iter().zip(territory.automata) {
            self.automaton(question, start);
        }
        if self.bit(model::literal(), !territory.literal.is_empty()) {
            self.number(3, territory.literal.len());
            for &digit in &territory.literal {
                self.number(4, digit.into());
            }
        }
    }

    fn lengths(&mut self, local: bool, lengths: u32) {
        let mut before = false;
        for length in 1..=LONGEST {
            before = self.bit(model::possible(local, length, before), lengths >> length & 1 == 1);
        }
    }

    pub(crate) fn automaton(&mut self, question: Question, start: u16) {
        self.question = question;
        self.last = model::FIRST;
        if self.bit(model::absent(question), start == DEAD) {
            return;
        }
        if let Some(zeros) = question.usual_prefix() {
            let usual = self.is_zeros(start, zeros);
            if self.bit(model::usual(question), usual) {
                return;
            }
        }
        self.target(start, 0, 0);
    }

    fn of(&self, id: u16) -> &'a State {
        &self.pool.states[usize::from(id)]
    }

    /// Whether only so many zeros match.
    fn is_zeros(&self, id: u16, zeros: u8) -> bool {
        let state = self.of(id);
        let rest_dead = state.next[1..].iter().all(|&next| next == DEAD);
        match zeros.checked_sub(1) {
            Some(fewer) => rest_dead && state.label == 0 && self.is_zeros(state.next[0], fewer),
            None => rest_dead && state.label == DROP && state.next[0] == DEAD,
        }
    }

    /// The digits and the label of a state from which any so many digits lead to one label.
    fn as_tail(&self, id: u16) -> Option<(u8, u8)> {
        let state = self.of(id);
        let first = state.next[0];
        if state.next.iter().any(|&next| next != first) || (first == DEAD) == (state.label == 0) {
            return None;
        }
        if first == DEAD {
            return Some((0, state.label));
        }
        self.as_tail(first).map(|(digits, label)| (digits + 1, label))
    }

    fn target(&mut self, id: u16, depth: u8, seen: usize) {
        let question = self.question;
        let tail = self.as_tail(id);
        self.bit(model::tail(question, depth.into(), seen), tail.is_some());
        if let Some((digits, label)) = tail {
            let length = depth + digits;
            if !self.bit(model::length_kept(question, seen), length == self.last.0) {
                self.tree(5, length, |node| model::length(question, node));
                self.last.0 = length;
            }
            return self.label(label, seen);
        }
        let known = self.met.iter().rev().find(|met| met.0 == id).copied();
        if !self.met.is_empty() && self.bit(model::known(question, depth.into()), known.is_some()) {
            return self.known(id, depth);
        }
        self.state(id, depth);
    }

    fn label(&mut self, label: u8, seen: usize) {
        match self.question {
            Question::General | Question::Leading | Question::InternationalPrefix => {}
            Question::NationalPrefix => {
                if !self.bit(model::just_drop(), label == DROP) {
                    self.number(8, label.into());
                }
            }
            Question::Kind => {
                let last = self.last.1;
                if !self.bit(model::kind_kept(seen, last), label == last) {
                    self.tree(4, label, |node| model::kind(last, node));
                    self.last.1 = label;
                }
            }
        }
    }

    fn known(&mut self, id: u16, depth: u8) {
        let same_depth = self.met.contains(&(id, depth));
        self.bit(model::same_depth(self.question), same_depth);
        let fitting: Vec<u16> = self
            .met
            .iter()
            .rev()
            .filter(|met| !same_depth || met.1 == depth)
            .map(|met| met.0)
            .collect();
        let back = fitting.iter().position(|&met| met == id).unwrap_or_default();
        let width = usize::BITS - (fitting.len() - 1).leading_zeros();
        let bits = usize::BITS - back.leading_zeros();
        (0..width).find(|&so_many| !self.bit(model::back(width, so_many), so_many < bits));
        if bits > 0 {
            self.number(bits - 1, back ^ 1 << (bits - 1));
        }
    }

    fn state(&mut self, id: u16, depth: u8) {
        let question = self.question;
        let state = self.of(id);
        if self.bit(model::label(question, depth.into()), state.label != 0) {
            self.label(state.label, 3);
        }
        let mut seen = Vec::new();
        let mut previous = (DEAD, Target::Dead);
        let mut run = 0;
        for (digit, &next) in state.next.iter().enumerate() {
            let context = model::same(question, previous.1, depth.into(), seen.len(), run);
            if digit > 0 && self.bit(context, next == previous.0) {
                run += 1;
            } else {
                run = 0;
                previous = self.other(depth, digit, next, previous, &mut seen);
            }
        }
        self.met.push((id, depth));
    }

    fn other(
        &mut self,
        depth: u8,
        digit: usize,
        next: u16,
        previous: (u16, Target),
        seen: &mut Vec<u16>,
    ) -> (u16, Target) {
        let question = self.question;
        let living = previous.1 != Target::Dead;
        if digit == 0 {
            self.bit(model::dead_first(question, depth.into()), next == DEAD);
        } else if living {
            self.bit(model::dead(question, depth.into(), seen.len()), next == DEAD);
        }
        if next == DEAD {
            return (DEAD, Target::Dead);
        }
        let target = if self.as_tail(next).is_some() { Target::Tail } else { Target::State };
        let candidates: Vec<u16> =
            seen.iter().rev().copied().filter(|&one| one != previous.0).collect();
        if !candidates.is_empty() {
            let place = candidates.iter().position(|&one| one == next);
            if self.bit(model::earlier(question, depth.into(), candidates.len()), place.is_some()) {
                for index in 0..candidates.len() - 1 {
                    if self.bit(model::which(question, index), Some(index) == place) {
                        break;
                    }
                }
                return (next, target);
            }
        }
        self.target(next, depth + 1, seen.len());
        seen.push(next);
        (next, target)
    }
}
