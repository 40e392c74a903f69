//! What stands before the national number while it is typed: the way out of the country, the calling code,
//! the national prefix. Each moves from the number to the prefix that is shown. No format is chosen here.

use super::super::automaton::DEAD;
use super::super::strip;
use super::{AsYouType, values};
use alloc::borrow::ToOwned;
use alloc::string::String;

impl AsYouType {
    /// Moves the international prefix, or the plus, out of what was typed.
    pub(super) fn take_international_prefix(&mut self) -> bool {
        let length = if self.plain.starts_with('+') {
            1
        } else {
            let Some((plan, main)) = self.main() else {
                return false;
            };
            if main.international_prefix == DEAD {
                // A code without regions has no such prefix, which is taken for an empty one, as there:
                // what was typed is then read anew, as if it began with a calling code.
                0
            } else {
                match plan.states.front(main.international_prefix, &values(&self.plain)) {
                    Some((length, _)) => length,
                    None => return false,
                }
            }
        };
        let Some((prefix, rest)) = self.plain.split_at_checked(length) else {
            return false;
        };
        self.is_whole = true;
        self.national = rest.to_owned();
        self.prefix = prefix.to_owned();
        if !self.plain.starts_with('+') {
            self.prefix.push(' ');
        }
        true
    }

    /// Moves the calling code from the national number to the prefix, and turns to its formats.
    pub(super) fn take_calling_code(&mut self) -> bool {
        let Some((plan, length)) = strip::plan_in_front(&values(&self.national)) else {
            return false;
        };
        let (code, rest) = self.national.split_at_checked(length).unwrap_or_default();
        self.prefix.push_str(code);
        self.prefix.push(' ');
        self.national = rest.to_owned();
        let main = plan.territories.first().and_then(|territory| territory.region);
        if main.is_none() || main != self.country {
            self.plan = Some(plan);
        }
        self.national_prefix.clear();
        true
    }

    /// Moves the national prefix from the national number to the prefix; gives it.
    pub(super) fn take_national_prefix(&mut self) -> String {
        let digits = values(&self.national);
        let length = match self.main() {
            // In North America 1 is a prefix, but for short numbers.
            Some((plan, _)) if plan.calling_code == 1 && is_north_american(&digits) => {
                self.prefix.push_str("1 ");
                self.is_whole = true;
                1
            }
            Some((plan, main)) => match plan.states.front(main.national_prefix, &digits) {
                Some((length, _)) if length > 0 => {
                    self.is_whole = true;
                    self.prefix.push_str(self.national.get(..length).unwrap_or_default());
                    length
                }
                _ => 0,
            },
            None => 0,
        };
        let (prefix, rest) = self.national.split_at_checked(length).unwrap_or_default();
        let (prefix, rest) = (prefix.to_owned(), rest.to_owned());
        self.national = rest;
        prefix
    }

    /// Some national prefixes begin like others: tries again with the digits that came since.
    pub(super) fn take_longer_national_prefix(&mut self) -> bool {
        if !self.national_prefix.is_empty() {
            self.national = [&*self.national_prefix, &*self.national].concat();
            // A prefix may stand after the calling code, where none belongs.
            let prefix = self.national_prefix.as_bytes();
            let mut places = self.prefix.as_bytes().windows(prefix.len());
            if let Some(place) = places.rposition(|place| place == prefix) {
                self.prefix.truncate(place);
            }
        }
        let before = self.national_prefix.clone();
        before != self.take_national_prefix()
    }
}

fn is_north_american(digits: &[u8]) -> bool {
    matches!(digits, [1, second, ..] if *second > 1)
}
