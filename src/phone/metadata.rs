//! What is known of each calling code, read out of `metadata.bin` when it is first asked for.
//!
//! The file holds, one after the other: one byte for each context of the coder; four columns of bytes with
//! a row for each calling code, in rising order (the step from the code before, how many regions share it,
//! the lower and the upper byte of its stream's length); the regions' letters, the main region first; and
//! the streams. The codes that belong to no region have no letters. `cargo xtask phone-metadata` writes it.
//!
//! Of a code that regions share, no more is read than a number needs: its main region, then the second,
//! then all.

use super::Region;
use super::automaton::{Reader, StateId, States};
use super::coder::Bits;
use super::metadata_header::CALLING_CODES;
use super::model::{self, CONTEXTS, LONGEST, Question};
use super::once::Once;
use alloc::boxed::Box;
use alloc::vec;
use alloc::vec::Vec;
use core::ops::Range;

static FILE: &[u8] = include_bytes!("metadata.bin");

/// What is known of a calling code, or as much of it as was asked for.
pub(super) struct Plan {
    pub(super) calling_code: u16,
    /// The main region first; one without a region where the code belongs to none.
    pub(super) territories: Vec<Territory>,
    pub(super) states: States,
    entry: &'static Entry,
    wider: Once<Box<Plan>>,
}

impl Plan {
    /// The same with more of the territories that share the calling code, read when first asked for; `None`
    /// where there are no more. The second comes alone, as it is the one that is asked for most.
    pub(super) fn wider(&self) -> Option<&Self> {
        let count = self.territories.len();
        let count = if count == 1 { 2 } else { usize::MAX };
        (self.territories.len() < self.entry.regions.len())
            .then(|| &**self.wider.get_or_init(|| Box::new(read_plan(self.entry, index(), count))))
    }

    /// Whether other territories share the calling code.
    pub(super) fn is_shared(&self) -> bool {
        self.entry.regions.len() > 1
    }
}

/// What is known of a region within its calling code.
pub(super) struct Territory {
    pub(super) region: Option<Region>,
    /// Bit `n`: a number can have `n` digits.
    pub(super) lengths: u32,
    /// Bit `n`: with `n` digits it can only be dialed within its area.
    pub(super) local_lengths: u32,
    pub(super) general: StateId,
    pub(super) kind: StateId,
    pub(super) leading: StateId,
    pub(super) national_prefix: StateId,
    pub(super) international_prefix: StateId,
    /// The digits that a rewriting national prefix puts in front.
    pub(super) literal: Vec<u8>,
}

/// What is known of a calling code, as far as its main territory goes.
pub(super) fn plan(calling_code: u16) -> Option<&'static Plan> {
    let index = index();
    let slot = *index.by_code.get(usize::from(calling_code))?;
    plan_at(index, slot)
}

/// What is known of a region, and of its calling code.
pub(super) fn territory(region: Region) -> Option<(&'static Plan, &'static Territory)> {
    let index = index();
    let mut plan = plan_at(index, *index.by_region.get(usize::from(region.number()))?)?;
    loop {
        let mut territories = plan.territories.iter();
        if let Some(territory) = territories.find(|territory| territory.region == Some(region)) {
            return Some((plan, territory));
        }
        plan = plan.wider()?;
    }
}

/// The place of a plan among all, in rising order of their calling codes.
#[cfg(feature = "phone-format")]
pub(super) fn slot(plan: &Plan) -> Option<usize> {
    index().by_code.get(usize::from(plan.calling_code)).map(|&slot| slot.into())
}

/// Whether the metadata holds a region of this name.
pub(super) fn knows(region: Region) -> bool {
    index().by_region.get(usize::from(region.number())).is_some_and(|&slot| slot != NONE)
}

const NONE: u8 = u8::MAX;

struct Index {
    /// By calling code, up to three digits.
    by_code: Vec<u8>,
    /// By [`Region::number`].
    by_region: Vec<u8>,
    entries: Vec<Entry>,
    priors: &'static [u8],
    streams: &'static [u8],
}

struct Entry {
    calling_code: u16,
    regions: &'static [[u8; 2]],
    /// Where its stream stands among all.
    stream: Range<usize>,
}

fn index() -> &'static Index {
    static INDEX: Once<Index> = Once::new();
    INDEX.get_or_init(|| read_index(FILE).unwrap_or_else(Index::empty))
}

impl Index {
    fn empty() -> Self {
        Self {
            by_code: Vec::new(),
            by_region: Vec::new(),
            entries: Vec::new(),
            priors: &[],
            streams: &[],
        }
    }
}

/// Reads what the file says of itself; `None` when it is cut short.
fn read_index(file: &'static [u8]) -> Option<Index> {
    let (priors, rest) = file.split_at_checked(CONTEXTS)?;
    let (columns, mut rest) = rest.split_at_checked(4 * CALLING_CODES)?;
    let mut by_code = vec![NONE; 1000];
    let mut by_region = vec![NONE; 26 * 26];
    let mut entries = Vec::with_capacity(CALLING_CODES);
    let mut calling_code = 0;
    let mut end = 0;
    for slot in 0..CALLING_CODES {
        let column = |number| columns.get(number * CALLING_CODES + slot).copied();
        let (letters, after) = rest.split_at_checked(usize::from(column(1)?) * 2)?;
        rest = after;
        calling_code += u16::from(column(0)?);
        let length = u16::from_le_bytes([column(2)?, column(3)?]);
        let slot = u8::try_from(slot).ok()?;
        *by_code.get_mut(usize::from(calling_code))? = slot;
        let regions = letters.as_chunks().0;
        for region in regions {
            *by_region.get_mut(usize::from(Region(*region).number()))? = slot;
        }
        let start = end;
        end += usize::from(length);
        entries.push(Entry { calling_code, regions, stream: start..end });
    }
    // Shorter than the last stream says.
    rest.get(..end)?;
    Some(Index { by_code, by_region, entries, priors, streams: rest })
}

fn plan_at(index: &'static Index, slot: u8) -> Option<&'static Plan> {
    static PLANS: [Once<Plan>; CALLING_CODES] = [const { Once::new() }; CALLING_CODES];
    let entry = index.entries.get(usize::from(slot))?;
    Some(PLANS.get(usize::from(slot))?.get_or_init(|| read_plan(entry, index, 1)))
}

/// Reads the first `count` territories.
fn read_plan(entry: &'static Entry, index: &Index, count: usize) -> Plan {
    let stream = index.streams.get(entry.stream.clone()).unwrap_or_default();
    let mut reader = Reader::new(Bits::new(stream, index.priors));
    let mut territories: Vec<Territory> = entry
        .regions
        .iter()
        .take(count)
        .map(|region| read_territory(&mut reader, Some(Region(*region))))
        .collect();
    if territories.is_empty() {
        territories.push(read_territory(&mut reader, None));
    }
    Plan {
        calling_code: entry.calling_code,
        territories,
        states: reader.finish(),
        entry,
        wider: Once::new(),
    }
}

fn read_territory(reader: &mut Reader<'_>, region: Option<Region>) -> Territory {
    let lengths = read_lengths(reader.bits(), false);
    let local_lengths = read_lengths(reader.bits(), true);
    let [general, kind, leading, national_prefix, international_prefix] =
        Question::ALL.map(|question| reader.automaton(question));
    let literal = if reader.bits().bit(model::literal()) { reader.bits().number(3) } else { 0 };
    let literal =
        (0..literal).map(|_| u8::try_from(reader.bits().number(4)).unwrap_or_default()).collect();
    Territory {
        region,
        lengths,
        local_lengths,
        general,
        kind,
        leading,
        national_prefix,
        international_prefix,
        literal,
    }
}

fn read_lengths(bits: &mut Bits<'_>, local: bool) -> u32 {
    let mut before = false;
    (1..=LONGEST).fold(0, |lengths, length| {
        before = bits.bit(model::possible(local, length, before));
        lengths | u32::from(before) << length
    })
}

#[cfg(test)]
mod tests {
    use super::super::validate;
    use super::*;

    #[test]
    fn every_calling_code_can_be_read() {
        let widest =
            |plan| core::iter::successors(Some(plan), |plan: &&'static Plan| plan.wider()).last();
        let plans: Vec<&Plan> = (1..1000).filter_map(|code| widest(plan(code)?)).collect();
        assert_eq!(plans.len(), CALLING_CODES);
        let territories = || plans.iter().flat_map(|plan| &plan.territories);
        for territory in territories() {
            assert!(territory.lengths != 0 && territory.general != 0 && territory.kind != 0);
        }
        // The regions of libphonenumber, and nine calling codes that belong to none.
        assert_eq!(territories().filter(|territory| territory.region.is_some()).count(), 245);
        assert_eq!(territories().filter(|territory| territory.region.is_none()).count(), 9);
    }

    #[test]
    fn no_more_is_read_than_a_number_needs() {
        // Of its own: another test may have asked the shared one for more.
        let index = index();
        let slot = *index.by_code.get(1).unwrap();
        let plan = read_plan(index.entries.get(usize::from(slot)).unwrap(), index, 1);
        let read = || {
            let mut counts = vec![plan.territories.len()];
            let mut wider = &plan.wider;
            while let Some(plan) = wider.get() {
                counts.push(plan.territories.len());
                wider = &plan.wider;
            }
            counts
        };
        for (national, region, territories) in [
            ("4155552671", "US", vec![1]),
            ("8002345678", "US", vec![1]),
            ("6042345678", "CA", vec![1, 2]),
            ("3406421234", "VI", vec![1, 2, 25]),
        ] {
            let digits: Vec<u8> = national.bytes().map(|digit| digit - b'0').collect();
            let (territory, _) = validate::territory(&plan, &digits).unwrap();
            assert_eq!(territory.region, Region::from_code(region), "{national}");
            assert_eq!(read(), territories, "{national}");
        }
    }

    #[test]
    fn a_region_leads_to_its_calling_code() {
        for (code, calling_code) in [("US", 1), ("CA", 1), ("GG", 44), ("KZ", 7), ("XK", 383)] {
            let region = Region::from_code(code).unwrap();
            assert_eq!(territory(region).unwrap().0.calling_code, calling_code, "{code}");
        }
        assert_eq!(Region::from_code("us"), Region::from_code("US"));
        for code in ["", "U", "USA", "ZZ", "00", "é"] {
            assert_eq!(Region::from_code(code), None, "{code}");
        }
    }

    #[test]
    fn a_file_that_is_cut_short_holds_nothing() {
        for end in [0, CONTEXTS, CONTEXTS + 3, FILE.len() - 1] {
            assert!(read_index(FILE.get(..end).unwrap()).is_none(), "{end}");
        }
    }
}
