//! The sign between whole and fraction, and which one a locale writes.
//!
//! Source: the number symbols of Unicode's CLDR, release 48.

use alloc::vec::Vec;

/// The sign between whole and fraction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecimalMark {
    /// `1,234.5`
    Point,
    /// `1.234,5`
    Comma,
}

/// The languages that write a comma, by ISO 639-1.
const COMMA: &str = "af az be bg br bs ca cs cv da de el eo es et eu ff fi fo fr fy gl hr hu hy ia id ie in is it jv jw ka kk kl ku ky lb ln lo lt lu lv mk mo nb nl nn no oc os pl pt rm rn ro ru rw sc se sg sh sk sl sq sr su sv tg tk tr tt uk uz vi wo";

/// The regions that write the other sign than their language does elsewhere.
const OTHERWISE: [(&str, &str); 11] = [
    ("ar", "DZ LY MA TN"),
    ("de", "CH LI"),
    ("en", "AT BE CZ DE DK EE ES FI FR GE HU ID IT LT LV NL NO PL PT RO SE SI SK UA ZA"),
    ("es", "BR BZ CU DO GT HN MX NI PA PE PR SV US 419"),
    ("it", "CH"),
    ("kk", "CN"),
    ("ku", "IQ"),
    ("ms", "BN ID"),
    ("qu", "BO"),
    ("sw", "CD"),
    ("uz", "AF"),
];

impl DecimalMark {
    pub(super) fn sign(self) -> char {
        match self {
            Self::Point => '.',
            Self::Comma => ',',
        }
    }

    /// What a locale writes; the Arabic sign `٫` is read like a point. `None` for what is no BCP 47 tag.
    #[must_use]
    pub fn of_locale(tag: &str) -> Option<Self> {
        let mut parts = tag.split(['-', '_']);
        let language = parts.next()?.to_ascii_lowercase();
        let letters = |part: &str| part.bytes().all(|byte| byte.is_ascii_alphabetic());
        if !(2..=3).contains(&language.len()) || !letters(&language) {
            return None;
        }
        let rest: Vec<&str> = parts.collect();
        let fits = |part: &&str| {
            (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
        };
        if !rest.iter().all(fits) {
            return None;
        }
        let region = rest.iter().find(|part| match part.len() {
            2 => letters(part),
            3 => part.bytes().all(|byte| byte.is_ascii_digit()),
            _ => false,
        });
        let is_listed = |region: &&str| {
            OTHERWISE.iter().any(|(known, regions)| {
                *known == language && regions.split(' ').any(|one| one.eq_ignore_ascii_case(region))
            })
        };
        let comma = COMMA.split(' ').any(|known| known == language);
        Some(if comma == region.is_some_and(is_listed) { Self::Point } else { Self::Comma })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn locales() {
        use DecimalMark::{Comma, Point};
        for (tag, mark) in [
            ("en", Point),
            ("en-US", Point),
            ("en-ZA", Comma),
            ("de", Comma),
            ("de-DE", Comma),
            ("de_CH", Point),
            ("de-Latn-CH", Point),
            ("es-ES", Comma),
            ("es-MX", Point),
            ("es-419", Point),
            ("pt-BR", Comma),
            ("fr-CA", Comma),
            ("ja", Point),
            ("ar-EG", Point),
            ("ar-MA", Comma),
        ] {
            assert_eq!(DecimalMark::of_locale(tag), Some(mark), "{tag}");
        }
        for tag in ["", "d", "de-", "german", "de DE", "1n", "de--DE"] {
            assert_eq!(DecimalMark::of_locale(tag), None, "{tag}");
        }
    }
}
