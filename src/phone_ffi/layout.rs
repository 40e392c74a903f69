//! Display formats and the state of a field, as JavaScript gets them.

use crate::phone::{self, Region, State, Style};
use alloc::string::String;

/// The state of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// The text, laid out.
    pub formatted: String,
    /// The digits of the E.164 as one number; 0 when there is none.
    pub digits: u64,
    /// 1 for complete, 2 for possible; and 4 times the number for [`remark`](super::remark), if there is a
    /// reason.
    pub facts: u16,
}

/// The state of a field that holds a text.
#[must_use]
pub fn field(text: &str, country: Option<Region>) -> Field {
    let State { formatted, e164, complete, possible, reason } = phone::phone_state(text, country);
    let digits = e164.as_deref().map_or(0, digits);
    let facts = u16::from(complete) | u16::from(possible) << 1;
    Field { formatted, digits, facts: facts | reason.map_or(0, super::number) << 2 }
}

/// A number written out; the style is 0 for `national`, 1 for `international`, 2 for `e164`, and `rfc3966`
/// for any other. `None` for what is no number.
#[must_use]
pub fn format(text: &str, country: Option<Region>, style: u8) -> Option<String> {
    let style = match style {
        0 => Style::National,
        1 => Style::International,
        2 => Style::E164,
        _ => Style::Rfc3966,
    };
    phone::format(text, country, style)
}

/// The digits of an E.164 as one number.
fn digits(e164: &str) -> u64 {
    e164.bytes().skip(1).fold(0, |number, byte| number * 10 + u64::from(byte & 15))
}

#[cfg(test)]
mod tests {
    use super::super::remark;
    use super::*;

    #[track_caller]
    fn check(text: &str, formatted: &str, digits: u64, facts: u16, reason: Option<&str>) {
        let field = field(text, Region::from_code("US"));
        assert_eq!((field.formatted.as_str(), field.digits), (formatted, digits), "{text}");
        assert_eq!(field.facts & 3, facts, "{text}");
        let found = Some(field.facts >> 2).filter(|number| *number > 0).and_then(remark);
        assert_eq!(found, reason, "{text}");
    }

    #[test]
    fn a_state_is_a_text_and_two_numbers() {
        check("415555", "415-555", 0, 2, None);
        check("4155552671", "(415) 555-2671", 14_155_552_671, 3, None);
        check("abc", "abc", 0, 0, Some("not_a_phone_number"));
    }

    #[test]
    fn a_style_has_a_number() {
        let shown: Vec<_> =
            (0..4).filter_map(|style| format("+14155552671", None, style)).collect();
        let expected = ["(415) 555-2671", "+1 415-555-2671", "+14155552671", "tel:+1-415-555-2671"];
        assert_eq!(shown, expected);
        assert_eq!(format("4155552671", None, 0), None);
    }
}
