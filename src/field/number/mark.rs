//! The sign between whole and fraction, and which one a locale writes, or a number speaks for.
//!
//! Source: the number symbols of Unicode's CLDR, release 48.

#[cfg(feature = "contact")]
use super::fold;
use crate::pieces::is_among;
#[cfg(feature = "contact")]
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
        let (mut language, mut region) = ("", "");
        for (place, part) in tag.split(&['-', '_'][..]).enumerate() {
            let letters = part.bytes().all(|byte| byte.is_ascii_alphabetic());
            let digits = part.bytes().all(|byte| byte.is_ascii_digit());
            let fits = if place == 0 { letters && part.len() <= 3 } else { part.len() <= 8 };
            if !fits || !part.bytes().all(|byte| byte.is_ascii_alphanumeric()) || part.is_empty() {
                return None;
            }
            if place == 0 {
                language = part;
            } else if region.is_empty() && (part.len() == 2 && letters || part.len() == 3 && digits)
            {
                region = part;
            }
        }
        if language.len() < 2 {
            return None;
        }
        let comma = is_among(COMMA, language);
        let otherwise = |(known, regions): &(&str, &str)| {
            known.eq_ignore_ascii_case(language) && is_among(regions, region)
        };
        Some(if comma == OTHERWISE.iter().any(otherwise) { Self::Point } else { Self::Comma })
    }
}

/// The decimal mark that a number speaks for which reads in one way only: `1,5` for a comma, `1,234,567` for a point.
#[cfg(feature = "contact")]
pub(crate) fn spoken_mark(text: &str) -> Option<DecimalMark> {
    let text: Vec<_> = text.chars().map(fold).collect();
    let mut of_digits = text.split(char::is_ascii_digit);
    of_digits.next()?;
    let mut between: Vec<_> = of_digits.filter_map(|signs| signs.first()).collect();
    if between.iter().any(|sign| matches!(sign, 'e' | 'E')) {
        return None;
    }
    between.retain(|sign| matches!(sign, '.' | ','));
    let (last, rest) = between.split_last()?;
    match (**last == '.', rest.contains(last)) {
        (true, false) | (false, true) => Some(DecimalMark::Point),
        (true, true) | (false, false) => Some(DecimalMark::Comma),
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
            ("fil-PH", Point),
            ("de-variants", Comma),
            ("es-ES-MX", Comma),
            ("es-abc-MX", Point),
            ("pt-BR", Comma),
            ("fr-CA", Comma),
            ("ja", Point),
            ("ar-EG", Point),
            ("ar-MA", Comma),
        ] {
            assert_eq!(DecimalMark::of_locale(tag), Some(mark), "{tag}");
        }
        for tag in
            ["", "d", "de-", "german", "de DE", "1n", "de--DE", "de-D.E", "abcd", "de-ninechars"]
        {
            assert_eq!(DecimalMark::of_locale(tag), None, "{tag}");
        }
    }

    #[cfg(feature = "contact")]
    #[test]
    fn a_number_that_reads_in_one_way_speaks_for_its_mark() {
        use DecimalMark::{Comma, Point};
        for (number, mark) in [
            ("1,5", Some(Comma)),
            ("1.5", Some(Point)),
            ("1.234,5", Some(Comma)),
            ("1,234,567", Some(Point)),
            ("15", None),
            ("1.5e3", None),
            ("1,5E3", None),
        ] {
            assert_eq!(spoken_mark(number), mark, "{number}");
        }
    }
}
