//! One calling code's territories to automata. How they are written is not known here.

use super::automaton::{DEAD, Found, Pool};
use super::model::{AT_END, DROP, ELSE_DROP, LONGEST, REWRITE};
use super::pattern::{self, Pattern};
use super::source::{Description, TYPES, Territory};
use anyhow::{Context, Result, bail, ensure};

/// All territories of one calling code.
pub(crate) struct Plan {
    pub(crate) calling_code: u16,
    pub(crate) territories: Vec<Compiled>,
    pub(crate) pool: Pool,
}

/// A territory whose patterns are automata of the plan's pool.
pub(crate) struct Compiled {
    /// Two letters, or none for a code that belongs to no region.
    pub(crate) letters: Vec<u8>,
    /// Bit `n`: a number can have `n` digits.
    pub(crate) lengths: u32,
    /// Bit `n`: with `n` digits it can only be dialed within its area.
    pub(crate) local_lengths: u32,
    /// In the order of `Question::ALL`.
    pub(crate) automata: [u16; 5],
    /// The digits that a rewriting national prefix puts in front.
    pub(crate) literal: Vec<u8>,
}

/// The numbers of the kinds in [`TYPES`], as `src/phone` counts them (`Kind`).
const LABELS: [u8; TYPES.len()] = [5, 4, 6, 7, 8, 9, 10, 11, 1, 2];
const FIXED_LINE: u8 = 1;
const MOBILE: u8 = 2;
const FIXED_LINE_OR_MOBILE: u8 = 3;

/// Compiles the territories of one calling code, the main one first.
///
/// # Errors
/// A pattern that can't be read, or a rule beyond what the engine can carry out: with the territory.
pub(crate) fn plan(calling_code: u16, territories: &[Territory]) -> Result<Plan> {
    let mut pool = Pool::new();
    let compiled = territories
        .iter()
        .map(|territory| {
            compile(territory, &mut pool)
                .with_context(|| format!("{} (+{calling_code})", territory.id))
        })
        .collect::<Result<Vec<Compiled>>>()?;
    for (index, first) in compiled.iter().enumerate() {
        for second in compiled.iter().skip(index + 1) {
            let [_, kind, DEAD, ..] = first.automata else { continue };
            if index > 0 && pool.meet(kind, second.automata[2]) {
                let [first, second] =
                    [first, second].map(|one| String::from_utf8_lossy(&one.letters));
                bail!("{first} (+{calling_code}) has numbers with the leading digits of {second}");
            }
        }
    }
    Ok(Plan { calling_code, territories: compiled, pool })
}

fn compile(territory: &Territory, pool: &mut Pool) -> Result<Compiled> {
    let read = |text: &Option<String>| text.as_deref().map(pattern::parse).transpose();
    let general = read(&territory.general.pattern)?.context("no general pattern")?;
    let (national_prefix, literal) = national_prefix(territory, pool)?;
    let mut front = |text: &Option<String>| -> Result<u16> {
        Ok(match read(text)? {
            Some(pattern) => pool.prefix(&pattern, 0, &|_, _| Ok(DROP))?,
            None => DEAD,
        })
    };
    let leading = front(&territory.leading_digits)?;
    let international_prefix = front(&territory.international_prefix)?;
    let automata = [
        pool.whole(std::slice::from_ref(&general), &|_, matched| u8::from(matched[0]))?,
        kinds(territory, general, pool)?,
        leading,
        national_prefix,
        international_prefix,
    ];
    Ok(Compiled {
        letters: if territory.id == "001" { Vec::new() } else { territory.id.clone().into_bytes() },
        lengths: mask(&territory.general.lengths)?,
        local_lengths: mask(&territory.general.local_lengths)?,
        automata,
        literal,
    })
}

fn mask(lengths: &std::collections::BTreeSet<u8>) -> Result<u32> {
    lengths.iter().try_fold(0, |mask, &length| {
        if length == 0 || length > LONGEST {
            bail!("a number of {length} digits");
        }
        Ok(mask | 1 << length)
    })
}

/// One automaton for all kinds: which one wins, and at which lengths, is settled here.
/// The rule is libphonenumber's `getNumberTypeHelper`.
fn kinds(territory: &Territory, general: Pattern, pool: &mut Pool) -> Result<u16> {
    let mut patterns = vec![general];
    let mut places: Vec<Option<(usize, &Description)>> = Vec::new();
    for description in &territory.types {
        let pattern = description.as_ref().and_then(|one| Some((one, one.pattern.as_deref()?)));
        places.push(match pattern {
            Some((description, text)) => {
                patterns.push(pattern::parse(text)?);
                Some((patterns.len() - 1, description))
            }
            None => None,
        });
    }
    let text = |index: usize| territory.types[index].as_ref().map(|one| &one.pattern);
    let (fixed_line, mobile) = (TYPES.len() - 2, TYPES.len() - 1);
    let one_pattern = text(fixed_line).is_some() && text(fixed_line) == text(mobile);

    let root = pool.whole(&patterns, &|length, matched| {
        let length = length as u8;
        if !matched[0] || !territory.general.lengths.contains(&length) {
            return 0;
        }
        let holds = |index: usize| {
            places[index]
                .is_some_and(|(place, one)| matched[place] && one.lengths.contains(&length))
        };
        if let Some(index) = (0..fixed_line).find(|&index| holds(index)) {
            return LABELS[index];
        }
        match (holds(fixed_line), holds(mobile)) {
            (true, mobile) if one_pattern || mobile => FIXED_LINE_OR_MOBILE,
            (true, _) => FIXED_LINE,
            (false, true) if !one_pattern => MOBILE,
            (false, _) => 0,
        }
    })?;
    Ok(root)
}

/// The automaton of the national prefix, and the digits that it puts in front where it rewrites.
fn national_prefix(territory: &Territory, pool: &mut Pool) -> Result<(u16, Vec<u8>)> {
    let Some(text) = &territory.prefix_for_parsing else {
        return Ok((DEAD, Vec::new()));
    };
    let pattern = pattern::parse(text)?;
    let group = pattern::groups(&pattern);
    let literal =
        territory.transform_rule.as_deref().map(|rule| literal(rule, group)).transpose()?;
    let one = |found: Found| match found.group {
        Some((start, end)) if literal.is_some() => {
            let rest = found.length - end;
            if start > 7 || rest > 3 {
                bail!("`{text}` keeps a group that the labels can't place");
            }
            Ok(REWRITE + start + 8 * rest)
        }
        _ => Ok(DROP),
    };
    let root = pool.prefix(&pattern, group, &|at_end, anywhere| {
        let anywhere = anywhere.map(one).transpose()?;
        Ok(match (at_end.map(one).transpose()?, anywhere) {
            (None, anywhere) => anywhere.unwrap_or(0),
            (Some(label), None) => AT_END | label,
            (Some(label), Some(DROP)) => AT_END | ELSE_DROP | label,
            (Some(_), Some(_)) => bail!("`{text}` rewrites in two ways at once"),
        })
    })?;
    Ok((root, literal.unwrap_or_default()))
}

/// Reads `9$1`: digits, then the last group. Other rules exist in no release so far.
fn literal(rule: &str, group: u8) -> Result<Vec<u8>> {
    let unknown = || format!("transform rule `{rule}` is not digits and the last group");
    let (digits, number) = rule.split_once('$').with_context(unknown)?;
    let fits = number == group.to_string() && digits.bytes().all(|byte| byte.is_ascii_digit());
    ensure!(fits, unknown());
    Ok(digits.bytes().map(|byte| byte - b'0').collect())
}
