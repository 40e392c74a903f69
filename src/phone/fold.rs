//! What single characters mean in a phone number. No sequence of characters is judged here.
//!
//! The sets are libphonenumber's (`VALID_PUNCTUATION`, `PLUS_CHARS`, `ALPHA_PHONE_MAPPINGS`):
//! <https://github.com/google/libphonenumber/blob/master/java/libphonenumber/src/com/google/i18n/phonenumbers/PhoneNumberUtil.java>

/// The zeros of all scripts with decimal digits beyond ASCII; nine more digits follow each.
/// General category `Nd` of Unicode 16: <https://www.unicode.org/Public/16.0.0/ucd/UnicodeData.txt>
const ZEROS: [u32; 75] = [
    0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xDE6,
    0xE50, 0xED0, 0xF20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90, 0x1B50,
    0x1BB0, 0x1C40, 0x1C50, 0xA620, 0xA8D0, 0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0, 0xFF10,
    0x104A0, 0x10D30, 0x10D40, 0x11066, 0x110F0, 0x11136, 0x111D0, 0x112F0, 0x11450, 0x114D0,
    0x11650, 0x116C0, 0x116D0, 0x116DA, 0x11730, 0x118E0, 0x11950, 0x11BF0, 0x11C50, 0x11D50,
    0x11DA0, 0x11F50, 0x16130, 0x16A60, 0x16AC0, 0x16B50, 0x16D70, 0x1CCF0, 0x1D7CE, 0x1D7D8,
    0x1D7E2, 0x1D7EC, 0x1D7F6, 0x1E140, 0x1E2F0, 0x1E4F0, 0x1E5F1, 0x1E950, 0x1FBF0,
];

/// The characters that are neither letters nor numbers, in the blocks where people take punctuation
/// and symbols from. Elsewhere beyond ASCII a character counts as a letter: that leaves out marks and
/// rare symbols, which only matter at the very end of a text.
const SYMBOLS: [(u32, u32); 56] = [
    (0x80, 0xA9),
    (0xAB, 0xB1),
    (0xB4, 0xB4),
    (0xB6, 0xB8),
    (0xBB, 0xBB),
    (0xBF, 0xBF),
    (0xD7, 0xD7),
    (0xF7, 0xF7),
    (0x2C2, 0x2C5),
    (0x2D2, 0x2DF),
    (0x2E5, 0x2EB),
    (0x2ED, 0x2ED),
    (0x2EF, 0x36F),
    (0x2000, 0x206F),
    (0x2072, 0x2073),
    (0x207A, 0x207E),
    (0x208A, 0x208F),
    (0x209D, 0x2101),
    (0x2103, 0x2106),
    (0x2108, 0x2109),
    (0x2114, 0x2114),
    (0x2116, 0x2118),
    (0x211E, 0x2123),
    (0x2125, 0x2125),
    (0x2127, 0x2127),
    (0x2129, 0x2129),
    (0x212E, 0x212E),
    (0x213A, 0x213B),
    (0x2140, 0x2144),
    (0x214A, 0x214D),
    (0x214F, 0x214F),
    (0x218A, 0x245F),
    (0x249C, 0x24E9),
    (0x2500, 0x2775),
    (0x2794, 0x2BFF),
    (0x2E00, 0x2E2E),
    (0x2E30, 0x3004),
    (0x3008, 0x3020),
    (0x302A, 0x3030),
    (0x3036, 0x3037),
    (0x303D, 0x3040),
    (0xD800, 0xF8FF),
    (0xFE00, 0xFE6F),
    (0xFE75, 0xFE75),
    (0xFEFD, 0xFF0F),
    (0xFF1A, 0xFF20),
    (0xFF3B, 0xFF40),
    (0xFF5B, 0xFF65),
    (0xFFBF, 0xFFC1),
    (0xFFC8, 0xFFC9),
    (0xFFD0, 0xFFD1),
    (0xFFD8, 0xFFD9),
    (0xFFDD, 0xFFFF),
    (0x1F000, 0x1F0FF),
    (0x1F10D, 0x1FBEF),
    (0x1FBFA, 0x1FBFF),
];

/// The value of a decimal digit of any script.
pub(super) fn digit(c: char) -> Option<u8> {
    if c.is_ascii() {
        return if c.is_ascii_digit() { Some(c as u8 - b'0') } else { None };
    }
    let c = u32::from(c);
    let zero = ZEROS.get(ZEROS.partition_point(|&zero| zero <= c).checked_sub(1)?)?;
    u8::try_from(c - zero).ok().filter(|&value| value < 10)
}

/// The key of a telephone's keypad that bears a letter, or an ASCII digit itself: ITU-T E.161.
pub(super) fn key(c: char) -> Option<u8> {
    let c = match c {
        '0'..='9' => return digit(c),
        'ı' => 'i',
        'ſ' => 's',
        other => other.to_ascii_lowercase(),
    };
    Some(match c {
        'a'..='c' => 2,
        'd'..='f' => 3,
        'g'..='i' => 4,
        'j'..='l' => 5,
        'm'..='o' => 6,
        'p'..='s' => 7,
        't'..='v' => 8,
        'w'..='z' => 9,
        _ => return None,
    })
}

/// A letter of `A`–`Z` in either case, and what a matcher that ignores case takes for one.
pub(super) fn is_latin(c: char) -> bool {
    c.is_ascii_alphabetic() || matches!(c, 'İ' | 'ı' | 'ſ' | '\u{212A}')
}

/// `+`, also full-width.
pub(super) fn is_plus(c: char) -> bool {
    matches!(c, '+' | '\u{FF0B}')
}

/// What may stand between the digits; `x` is a placeholder for a carrier.
pub(super) fn is_punctuation(c: char) -> bool {
    matches!(
        c,
        '-' | 'x' | 'X' | ' ' | '(' | ')' | '.' | '[' | ']' | '/' | '~'
        | '\u{A0}' | '\u{AD}' | '\u{200B}' | '\u{2060}' | '\u{3000}'
        | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{30FC}' | '\u{FF0D}'..='\u{FF0F}'
        | '\u{FF08}' | '\u{FF09}' | '\u{FF3B}' | '\u{FF3D}' | '\u{2053}' | '\u{223C}' | '\u{FF5E}'
    )
}

/// The characters of most numbers: they take no part in extensions, parameters, lists or words, so that
/// a text made of them alone need not be searched for any of these.
#[cfg(feature = "phone-format")]
pub(super) fn is_plain(c: char) -> bool {
    matches!(c, '0'..='9' | '+' | ' ' | '(' | ')' | '-' | '.')
}

/// Whether a character is a letter or a number of any script.
pub(super) fn is_word(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric();
    }
    let c = u32::from(c);
    let after = SYMBOLS.partition_point(|&(first, _)| first <= c);
    match after.checked_sub(1).and_then(|index| SYMBOLS.get(index)) {
        Some(&(_, last)) => c > last,
        None => true,
    }
}

/// The lower case of the letters that words for an extension are made of.
pub(super) fn lower(c: char) -> char {
    match c {
        'A'..='Z' => c.to_ascii_lowercase(),
        'ſ' => 's',
        'İ' | 'ı' => 'i',
        'Ó' => 'ó',
        'А'..='Я' | '\u{FF21}'..='\u{FF3A}' => char::from_u32(u32::from(c) + 0x20).unwrap_or(c),
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_of_all_scripts_have_their_value() {
        for (c, value) in
            [('7', 7), ('\u{FF17}', 7), ('٧', 7), ('۷', 7), ('७', 7), ('๗', 7), ('𝟕', 7)]
        {
            assert_eq!(digit(c), Some(value), "{c}");
        }
        for c in ['a', '²', '½', '七', '\u{65F}', '\u{66A}', '\u{10FFFF}'] {
            assert_eq!(digit(c), None, "{c}");
        }
    }

    #[test]
    fn the_tables_are_sorted() {
        assert!(ZEROS.is_sorted());
        assert!(SYMBOLS.is_sorted());
        assert!(SYMBOLS.iter().all(|(first, last)| first <= last));
    }

    #[test]
    fn words_are_letters_and_numbers() {
        assert!("aZ5éЖ文²½ª".chars().all(is_word));
        assert!(!" -…–\u{200B}\u{301}☎📞€_".chars().any(is_word));
    }
}
