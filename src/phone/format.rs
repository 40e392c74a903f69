//! How numbers are laid out for reading, out of `formats.bin`. Which number it is is not decided here.
//!
//! The file holds one byte for each context of the coder, the length of each calling code's stream as
//! two bytes, in the order of `metadata.bin`, and the streams. The formats are libphonenumber's:
//! <https://github.com/google/libphonenumber/blob/master/resources/phonemetadata.proto>

use super::Region;
use super::automaton::{Reader, StateId, States};
use super::coder::Bits;
use super::fold::is_punctuation;
use super::format_model::{self as model, FORMAT_CONTEXTS, MOST_GROUPS};
use super::formats_header::{RULES, TEMPLATES};
use super::metadata::{self, Plan};
use super::metadata_header::CALLING_CODES;
use super::model::Question;
use super::once::Once;
use super::strict::Number;
use alloc::string::String;
use alloc::vec::Vec;

static FILE: &[u8] = include_bytes!("formats.bin");

/// How a number is written out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// As in its own country: `(415) 555-2671`.
    National,
    /// As from abroad: `+1 415-555-2671`.
    International,
    /// For machines: `+14155552671`.
    E164,
    /// As a link that dials: `tel:+1-415-555-2671`. The only one with the extension: `;ext=123`.
    Rfc3966,
}

/// Writes a number out; `country` is where one without a calling code is at home. It need not be valid,
/// but `None` is the answer to what is no number at all.
///
/// ```
/// use quo_contacts::phone::{Region, Style, format};
///
/// assert_eq!(format("+14155552671", None, Style::National).unwrap(), "(415) 555-2671");
/// assert_eq!(format("+14155552671", None, Style::International).unwrap(), "+1 415-555-2671");
/// let home = Region::from_code("US");
/// assert_eq!(format("4155552671 x9", home, Style::Rfc3966).unwrap(), "tel:+1-415-555-2671;ext=9");
/// ```
#[must_use]
pub fn format(text: &str, country: Option<Region>, style: Style) -> Option<String> {
    Some(Number::read(text, country).ok()?.format(style))
}

impl Number {
    /// Writes the number out.
    #[must_use]
    pub fn format(&self, style: Style) -> String {
        match style {
            Style::National => self.body(style),
            Style::International => {
                let mut text = self.front("+");
                text.push(' ');
                text + &self.body(style)
            }
            Style::E164 => self.e164(),
            Style::Rfc3966 => self.uri(),
        }
    }

    /// <https://www.rfc-editor.org/rfc/rfc3966>, with hyphens between the groups, as libphonenumber has it.
    fn uri(&self) -> String {
        let mut text = self.front("tel:+");
        let body = self.body(Style::International);
        for group in body.split(is_punctuation).filter(|group| !group.is_empty()) {
            text.push('-');
            text.push_str(group);
        }
        let extension = self.extension();
        if !extension.is_empty() {
            text.push_str(";ext=");
            text.push_str(&extension);
        }
        text
    }

    /// The calling code behind what stands before it.
    fn front(&self, before: &str) -> String {
        let mut text = String::from(before);
        super::strict::push_number(&mut text, self.plan.calling_code.into());
        text
    }

    /// The national number in groups; in one where there is no format for it.
    fn body(&self, style: Style) -> String {
        let national = self.national();
        let layout = formats(self.plan).and_then(|formats| formats.layout(&national, style));
        layout.unwrap_or(national)
    }
}

/// All formats of a calling code.
pub(super) struct Formats {
    pub(super) list: Vec<Format>,
    /// Whether international formats differ from national ones.
    pub(super) has_international: bool,
    states: States,
}

/// One format.
pub(super) struct Format {
    pub(super) groups: Groups,
    pub(super) template: &'static str,
    /// The template when written from abroad; none when the format is not used then.
    pub(super) international: Option<&'static str>,
    /// What takes the place of the first group in a national format.
    pub(super) rule: &'static str,
    /// Whether the national prefix may be left out.
    pub(super) optional: bool,
    /// Whether a carrier may be named between prefix and number.
    pub(super) carrier: bool,
    leading: Vec<StateId>,
}

impl Formats {
    fn layout(&self, national: &str, style: Style) -> Option<String> {
        let digits: Vec<u8> = national.bytes().map(|byte| byte - b'0').collect();
        let international = style == Style::International && self.has_international;
        self.list.iter().find_map(|format| {
            let template = if international { format.international? } else { format.template };
            if !self.begins(format.leading.last(), &digits) {
                return None;
            }
            let sizes = format.groups.sizes(digits.len())?;
            let rule = if style == Style::National { format.rule } else { "" };
            Some(fill(template, rule, &sizes, national))
        })
    }

    /// Whether what was typed begins as a format demands; the more digits, the more is demanded.
    pub(super) fn suits(&self, format: &Format, digits: &[u8], patterns: usize) -> bool {
        let last = format.leading.len().saturating_sub(1);
        self.begins(format.leading.get(patterns.min(last)), digits)
    }

    fn begins(&self, pattern: Option<&StateId>, digits: &[u8]) -> bool {
        pattern.is_none_or(|&pattern| self.states.front(pattern, digits).is_some())
    }
}

/// The least and the greatest number of digits of each group.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Groups([(u8, u8); MOST_GROUPS]);

impl Groups {
    /// How a number of `length` digits is split: the first groups take as much as they can.
    pub(super) fn sizes(&self, length: usize) -> Option<[usize; MOST_GROUPS]> {
        let mut spare =
            length.checked_sub(self.0.iter().map(|group| usize::from(group.0)).sum())?;
        let mut sizes = [0; MOST_GROUPS];
        for (size, &(least, most)) in sizes.iter_mut().zip(&self.0) {
            let more = spare.min(usize::from(most - least));
            *size = usize::from(least) + more;
            spare -= more;
        }
        (spare == 0).then_some(sizes)
    }

    /// The most digits that fit.
    pub(super) fn most(&self) -> usize {
        self.0.iter().map(|group| usize::from(group.1)).sum()
    }
}

/// Puts the groups of a number where the template wants them, the first by way of the rule.
pub(super) fn fill(template: &str, rule: &str, sizes: &[usize], national: &str) -> String {
    let mut text = String::with_capacity(national.len() + 8);
    let mut rule = rule;
    let mut rest = template.chars();
    while let Some(c) = rest.next() {
        if c != '$' {
            text.push(c);
            continue;
        }
        let index =
            rest.next().and_then(|c| c.to_digit(10)).map_or(0, |number| number as usize - 1);
        let start: usize = sizes.iter().take(index).sum();
        let group = sizes.get(index).and_then(|size| national.get(start..start + size));
        let group = group.unwrap_or_default();
        if rule.is_empty() {
            text.push_str(group);
        }
        let mut rest_of_rule = rule.chars();
        while let Some(c) = rest_of_rule.next() {
            if c == '$' {
                text.push_str(group);
                rest_of_rule.next();
            } else {
                text.push(c);
            }
        }
        rule = "";
    }
    text
}

/// Whether a rule adds nothing to the first group but parentheses.
pub(super) fn is_first_group_only(rule: &str) -> bool {
    matches!(rule, "" | "$1" | "($1)" | "($1" | "$1)")
}

/// Whether a template has the first group first, and no digits of its own.
pub(super) fn is_eligible(template: &str) -> bool {
    let mut groups = 0;
    let mut is_group = false;
    for c in template.chars() {
        if is_group {
            groups += 1;
            if groups == 1 && c != '1' {
                return false;
            }
        } else if c.is_ascii_digit() {
            return false;
        }
        is_group = c == '$';
    }
    groups > 0
}

/// The formats of a calling code.
pub(super) fn formats(plan: &Plan) -> Option<&'static Formats> {
    static FORMATS: [Once<Formats>; CALLING_CODES] = [const { Once::new() }; CALLING_CODES];
    let slot = metadata::slot(plan)?;
    let formats = FORMATS.get(slot)?;
    let (priors, rest) = FILE.split_at_checked(FORMAT_CONTEXTS)?;
    let (sizes, streams) = rest.split_at_checked(2 * CALLING_CODES)?;
    let sizes = sizes.as_chunks().0.iter().map(|&size| usize::from(u16::from_le_bytes(size)));
    let start = sizes.clone().take(slot).sum();
    let stream = streams.get(start..)?.get(..sizes.clone().nth(slot)?)?;
    Some(formats.get_or_init(|| read(&mut Reader::new(Bits::new(stream, priors)))))
}

fn read(reader: &mut Reader<'_>) -> Formats {
    let count = reader.bits().number(5);
    let has_international = count > 0 && reader.bits().bit(model::international());
    let mut list: Vec<Format> = Vec::with_capacity(count);
    for _ in 0..count {
        let format = read_format(reader, list.last(), has_international);
        list.push(format);
    }
    Formats { list, has_international, states: reader.finish() }
}

fn read_format(
    reader: &mut Reader<'_>,
    before: Option<&Format>,
    has_international: bool,
) -> Format {
    let bits = reader.bits();
    let mut groups = Groups::default();
    let mut count = 0;
    for (index, group) in groups.0.iter_mut().enumerate() {
        let least = bits.tree(4, |node| model::least(index, node));
        let more = if bits.bit(model::range(index)) { bits.tree(4, model::extra) } else { 0 };
        *group = (least, least + more);
        count += 1;
        if !bits.bit(model::more_groups(index)) {
            break;
        }
    }
    let template = |bits: &mut Bits<'_>| {
        let index = bits.tree(5, |node| model::template(count, node));
        TEMPLATES.get(usize::from(index)).copied().unwrap_or_default()
    };
    let national = template(bits);
    let international = if has_international {
        if bits.bit(model::not_international()) {
            None
        } else if bits.bit(model::same_template()) {
            Some(national)
        } else {
            Some(template(bits))
        }
    } else {
        Some(national)
    };
    let rule = if bits.bit(model::same_rule()) {
        before.map_or("", |before| before.rule)
    } else {
        let index = usize::from(bits.tree(4, model::rule));
        index.checked_sub(1).and_then(|index| RULES.get(index)).copied().unwrap_or_default()
    };
    let optional = bits.bit(model::optional(before.is_some_and(|before| before.optional)));
    let carrier = bits.bit(model::carrier(before.is_some_and(|before| before.carrier)));
    let mut leading = Vec::new();
    while reader.bits().bit(model::more_leading(leading.is_empty())) {
        leading.push(reader.automaton(Question::Leading));
    }
    Format { groups, template: national, international, rule, optional, carrier, leading }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(e164: &str, national: &str, international: &str) {
        assert_eq!(format(e164, None, Style::National).unwrap(), national);
        assert_eq!(format(e164, None, Style::International).unwrap(), international);
        assert_eq!(format(e164, None, Style::E164).unwrap(), e164);
    }

    #[track_caller]
    fn check_uri(text: &str, country: &str, uri: Option<&str>) {
        let found = format(text, Region::from_code(country), Style::Rfc3966);
        assert_eq!(found.as_deref(), uri, "{text}");
    }

    #[test]
    fn a_link_has_hyphens_between_the_groups_and_the_extension() {
        check_uri("(415) 555-2671", "US", Some("tel:+1-415-555-2671"));
        check_uri("011 15-2345-6789", "AR", Some("tel:+54-9-11-2345-6789"));
        check_uri("+80012345678 ext. 42", "", Some("tel:+800-1234-5678;ext=42"));
        check_uri("4155552671", "", None);
    }

    #[test]
    fn numbers_are_laid_out_as_in_their_country() {
        check("+442079460958", "020 7946 0958", "+44 20 7946 0958");
        check("+5491123456789", "011 15-2345-6789", "+54 9 11 2345-6789");
        check("+390669812345", "06 6981 2345", "+39 06 6981 2345");
        check("+80012345678", "1234 5678", "+800 1234 5678");
    }

    #[test]
    fn the_first_groups_take_as_much_as_they_can() {
        let groups = Groups([(2, 2), (3, 4), (4, 4), (0, 0), (0, 0), (0, 0), (0, 0)]);
        assert_eq!(groups.sizes(9).unwrap().get(..3), Some(&[2, 3, 4][..]));
        assert_eq!(groups.sizes(10).unwrap().get(..3), Some(&[2, 4, 4][..]));
        assert_eq!(groups.sizes(8), None);
        assert_eq!(groups.sizes(11), None);
        assert_eq!(groups.most(), 10);
    }
}
