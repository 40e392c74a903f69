//! Formatting a number while it is typed, byte for byte as libphonenumber's `AsYouTypeFormatter` does.
//! Nothing is judged here.
//!
//! <https://github.com/google/libphonenumber/blob/master/java/libphonenumber/src/com/google/i18n/phonenumbers/AsYouTypeFormatter.java>

mod prefix;

use super::Region;
use super::fold::{digit, is_plus};
use super::format::{Format, Formats, fill, formats, is_eligible, is_first_group_only};
use super::metadata::{self, Plan, Territory};
use alloc::string::String;
use alloc::vec::Vec;

/// From this many digits on, formats are looked for.
const LEAST_DIGITS: usize = 3;
/// The longest number that templates are made for.
const LONGEST: usize = 15;
/// Where a digit is still to come: the punctuation space, which nobody types.
const PLACEHOLDER: char = '\u{2008}';

/// Formats a number digit by digit.
///
/// ```
/// use quo_contacts::phone::{AsYouType, Region};
///
/// let mut typing = AsYouType::new(Region::from_code("US"));
/// let shown: Vec<String> = "6502532".chars().map(|c| typing.input(c).to_owned()).collect();
/// assert_eq!(shown, ["6", "65", "650", "650-2", "650-25", "650-253", "650-2532"]);
/// ```
#[expect(clippy::struct_excessive_bools, reason = "five facts that do not depend on each other")]
pub struct AsYouType {
    country: Option<Region>,
    /// The plan whose formats are in use: the country's, or that of the calling code typed.
    plan: Option<&'static Plan>,
    /// What was typed, as it was typed.
    typed: String,
    /// The digits of it, and the plus in front.
    plain: String,
    /// How many characters these are; a full-width plus takes three bytes.
    count: usize,
    /// What stands before the national number: prefixes, laid out.
    prefix: String,
    /// The national prefix among it, digits only.
    national_prefix: String,
    national: String,
    output: String,
    template: Vec<char>,
    /// The format of the template, by its place in the plan's list.
    current: Option<usize>,
    /// The formats that still fit, by their place.
    candidates: Vec<usize>,
    can_format: bool,
    has_own_format: bool,
    /// Whether a prefix was found, so that this is no local number.
    is_whole: bool,
    expects_calling_code: bool,
    space_after_prefix: bool,
}

impl AsYouType {
    /// Starts with nothing typed; without a country only numbers with a calling code are laid out.
    #[must_use]
    pub fn new(country: Option<Region>) -> Self {
        Self {
            country,
            plan: country.and_then(metadata::territory).map(|(plan, _)| plan),
            typed: String::new(),
            plain: String::new(),
            count: 0,
            prefix: String::new(),
            national_prefix: String::new(),
            national: String::new(),
            output: String::new(),
            template: Vec::new(),
            current: None,
            candidates: Vec::new(),
            can_format: true,
            has_own_format: false,
            is_whole: false,
            expects_calling_code: false,
            space_after_prefix: false,
        }
    }

    /// Takes one more character in; gives the number as it is to be shown. Digits of other scripts are
    /// shown as typed until there is a format for them; after any other character than a digit or a
    /// leading plus, the text is shown as typed.
    pub fn input(&mut self, c: char) -> &str {
        let is_first = self.typed.is_empty();
        self.typed.push(c);
        self.output = self.next(c, is_first);
        &self.output
    }

    /// The number as it is shown now.
    #[must_use]
    pub fn output(&self) -> &str {
        &self.output
    }

    fn next(&mut self, c: char, is_first: bool) -> String {
        let c = match digit(c) {
            Some(value) => {
                let c = char::from(b'0' + value);
                self.plain.push(c);
                self.count += 1;
                self.national.push(c);
                c
            }
            None if is_plus(c) && is_first => {
                self.plain.push(c);
                self.count += 1;
                // Only the ASCII plus is known from here on, as there.
                if c != '+' {
                    self.national.push(c);
                }
                c
            }
            None => {
                self.can_format = false;
                self.has_own_format = true;
                c
            }
        };
        if !self.can_format {
            return self.next_unformatted();
        }
        match self.count {
            0..LEAST_DIGITS => return self.typed.clone(),
            LEAST_DIGITS => {
                if self.take_international_prefix() {
                    self.expects_calling_code = true;
                } else {
                    self.national_prefix = self.take_national_prefix();
                    return self.choose_format();
                }
            }
            _ => {}
        }
        if self.expects_calling_code {
            if self.take_calling_code() {
                self.expects_calling_code = false;
            }
            return [&*self.prefix, &*self.national].concat();
        }
        if self.candidates.is_empty() {
            return self.choose_format();
        }
        let partial = self.put(c);
        if let Some(whole) = self.exact_format() {
            return whole;
        }
        self.narrow();
        if self.new_template() {
            return self.put_all();
        }
        if self.can_format { self.with_prefix(&partial) } else { self.typed.clone() }
    }

    /// No format fits. A prefix may have been longer than it seemed; then there is hope again.
    fn next_unformatted(&mut self) -> String {
        if self.has_own_format {
            return self.typed.clone();
        }
        if self.take_international_prefix() {
            if self.take_calling_code() {
                return self.start_again();
            }
        } else if self.take_longer_national_prefix() {
            self.prefix.push(' ');
            return self.start_again();
        }
        self.typed.clone()
    }

    fn start_again(&mut self) -> String {
        self.can_format = true;
        self.expects_calling_code = false;
        self.candidates.clear();
        self.template.clear();
        self.current = None;
        self.choose_format()
    }

    fn main(&self) -> Option<(&'static Plan, &'static Territory)> {
        let plan = self.plan?;
        Some((plan, plan.territories.first()?))
    }

    fn formats(&self) -> Option<&'static Formats> {
        self.plan.and_then(formats)
    }

    fn format(&self, index: usize) -> Option<&'static Format> {
        self.formats()?.list.get(index)
    }

    /// Whether the formats for numbers from abroad are in use.
    fn is_international(&self, formats: &Formats) -> bool {
        self.is_whole && self.national_prefix.is_empty() && formats.has_international
    }

    fn template_of(&self, format: &'static Format) -> &'static str {
        let international = self.formats().is_some_and(|formats| self.is_international(formats));
        if international { format.international.unwrap_or_default() } else { format.template }
    }

    /// The rule of a format; formats for numbers from abroad have none.
    fn rule_of(&self, format: &'static Format) -> &'static str {
        let international = self.formats().is_some_and(|formats| self.is_international(formats));
        if international { "" } else { format.rule }
    }

    fn choose_format(&mut self) -> String {
        if self.national.len() < LEAST_DIGITS {
            return self.with_prefix(&self.national);
        }
        self.find_candidates();
        if let Some(whole) = self.exact_format() {
            return whole;
        }
        if self.new_template() { self.put_all() } else { self.typed.clone() }
    }

    fn find_candidates(&mut self) {
        let Some(formats) = self.formats() else {
            return;
        };
        let international = self.is_international(formats);
        for (index, format) in formats.list.iter().enumerate() {
            let Some(template) =
                (if international { format.international } else { Some(format.template) })
            else {
                continue;
            };
            let bare = is_first_group_only(self.rule_of(format));
            let optional = !international && format.optional;
            let needless = if self.national_prefix.is_empty() {
                // A rule with the prefix, but none was typed.
                !self.is_whole && !bare && !optional
            } else {
                // A prefix was typed that the rule has no place for.
                bare && !optional && !format.carrier
            };
            // A template that begins with another group, or adds digits, would shift what was typed.
            if !needless && is_eligible(template) {
                self.candidates.push(index);
            }
        }
        self.narrow();
    }

    /// Drops the candidates that what was typed does not begin with.
    fn narrow(&mut self) {
        let Some(formats) = self.formats() else {
            return;
        };
        let digits = values(&self.national);
        let patterns = digits.len().saturating_sub(LEAST_DIGITS);
        self.candidates.retain(|&index| {
            formats.list.get(index).is_some_and(|format| formats.suits(format, &digits, patterns))
        });
    }

    /// Makes a template of the first candidate that has room; false when the template stays as it is, or
    /// none has room.
    fn new_template(&mut self) -> bool {
        while let Some(&index) = self.candidates.first() {
            let Some(format) = self.format(index) else {
                break;
            };
            let current = self.current.and_then(|index| self.format(index));
            if current.is_some_and(|current| current.groups == format.groups) {
                return false;
            }
            let longest = format.groups.most().min(LONGEST);
            if longest >= self.national.len()
                && let Some(sizes) = format.groups.sizes(longest)
            {
                let blank = "9".repeat(longest);
                let text = fill(self.template_of(format), "", &sizes, &blank);
                self.template =
                    text.chars().map(|c| if c == '9' { PLACEHOLDER } else { c }).collect();
                self.current = Some(index);
                self.set_space(format);
                return true;
            }
            self.candidates.remove(0);
        }
        self.can_format = false;
        false
    }

    fn set_space(&mut self, format: &'static Format) {
        self.space_after_prefix = self.rule_of(format).contains(['-', ' ']);
    }

    /// The number in a format for exactly so many digits, if that shows what was typed and no more.
    fn exact_format(&mut self) -> Option<String> {
        for index in self.candidates.clone() {
            let format = self.format(index)?;
            let Some(sizes) = format.groups.sizes(self.national.len()) else {
                continue;
            };
            self.set_space(format);
            let text =
                self.with_prefix(&fill(self.template_of(format), "", &sizes, &self.national));
            let dialed =
                text.chars().filter(|c| c.is_ascii_digit() || matches!(c, '+' | '*' | '#'));
            if dialed.eq(self.plain.chars()) {
                return Some(text);
            }
        }
        None
    }

    fn with_prefix(&self, national: &str) -> String {
        let space =
            self.space_after_prefix && !self.prefix.is_empty() && !self.prefix.ends_with(' ');
        [&*self.prefix, if space { " " } else { "" }, national].concat()
    }

    /// Puts a digit in the next place of the template; gives the template up to there.
    fn put(&mut self, c: char) -> String {
        if let Some(place) = self.template.iter().position(|&c| c == PLACEHOLDER) {
            if let Some(slot) = self.template.get_mut(place) {
                *slot = c;
            }
            return self.template.iter().take(place + 1).collect();
        }
        if self.candidates.len() == 1 {
            // More digits than fit, and nothing else to try.
            self.can_format = false;
        }
        self.current = None;
        self.typed.clone()
    }

    fn put_all(&mut self) -> String {
        if self.national.is_empty() {
            return self.prefix.clone();
        }
        let mut partial = String::new();
        for c in self.national.clone().chars() {
            partial = self.put(c);
        }
        if self.can_format { self.with_prefix(&partial) } else { self.typed.clone() }
    }
}

/// The values of digits; a plus has none.
fn values(text: &str) -> Vec<u8> {
    text.bytes().map(|byte| byte.wrapping_sub(b'0')).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(country: &str, text: &str, shown: &[&str]) {
        let mut typing = AsYouType::new(Region::from_code(country));
        let actual: Vec<String> = text.chars().map(|c| typing.input(c).to_owned()).collect();
        assert_eq!(actual, shown, "{text}");
        assert_eq!(typing.output(), shown.last().copied().unwrap_or_default());
    }

    #[test]
    fn a_number_is_laid_out_as_it_grows() {
        check("US", "4155552", &["4", "41", "415", "415-5", "415-55", "415-555", "415-5552"]);
        check("", "+442079", &["+", "+4", "+44 ", "+44 2", "+44 20", "+44 20 7", "+44 20 79"]);
    }

    #[test]
    fn marks_of_ones_own_end_the_formatting() {
        check(
            "US",
            "415-5552",
            &["4", "41", "415", "415-", "415-5", "415-55", "415-555", "415-5552"],
        );
    }

    #[test]
    fn a_code_without_regions_has_an_empty_international_prefix() {
        let mut typing = AsYouType::new(Region::from_code("KZ"));
        for c in "81088200755".chars() {
            typing.input(c);
        }
        assert_eq!(typing.output(), " 81 0 882-00-755");
    }
}
