//! The custom type `url`, and `sourceUrl`: absolute http(s) addresses.
//!
//! The address is kept as it was written; only what RFC 3986 has no place for is percent-encoded. Names
//! of hosts are checked for their shape and never looked up.

pub(super) mod ip;

use super::{Mode, Outcome, text, wrong_type};
use crate::issue::{Code, Expected, Remark};
use crate::limits::{HOST_LABEL_MAX, HOST_MAX, SOURCE_URL_MAX};
use crate::pieces::{concat, is_longer, split_once};
use crate::record::{Value, part, trim};
use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

/// The most characters of an address. Source: RFC 9110, section 4.1, wants 8,000 of it to be taken everywhere; of one
/// that is many times as long, encoding it would fill the memory.
const LONGEST: usize = 1 << 16;

/// Reads a web address; a missing scheme is added, with a note.
///
/// # Errors
/// `javascript:alert(1)` is [`Code::ForbiddenScheme`]; `https://`, `just words` and `https://a..b` are
/// [`Code::InvalidUrl`]; more than 65,536 characters are [`Code::TooLong`]. Strict mode takes what needs no change
/// only.
pub fn parse<'v>(value: &Value<'v>, mode: Mode, notes: &mut Vec<Remark>) -> Outcome<Cow<'v, str>> {
    if value.is_blank() {
        return Ok(None);
    }
    if let Value::Text(text) = value {
        read(text, mode, notes).map(Some)
    } else {
        Err(wrong_type(Expected::Text, value))
    }
}

/// Reads `sourceUrl`: [`parse`], in ASCII, and at most 200 characters.
///
/// # Errors
/// As [`parse`], and an address that is longer, or whose host is not ASCII.
pub fn parse_source_url<'v>(
    value: &Value<'v>,
    mode: Mode,
    notes: &mut Vec<Remark>,
) -> Outcome<Cow<'v, str>> {
    let Some(url) = parse(value, mode, notes)? else { return Ok(None) };
    // What is left of other scripts stands in the host: `read` encodes it everywhere else.
    if !url.is_ascii() {
        return Err(Code::InvalidUrl.into());
    }
    if url.len() > SOURCE_URL_MAX {
        return Err(Code::TooLong { max: SOURCE_URL_MAX }.into());
    }
    Ok(Some(url))
}

fn read<'v>(
    written: &Cow<'v, str>,
    mode: Mode,
    notes: &mut Vec<Remark>,
) -> Result<Cow<'v, str>, Remark> {
    let text = trim(written);
    if is_longer(text, LONGEST) {
        return Err(Code::TooLong { max: LONGEST }.into());
    }
    if !text::is_plain(text) && text.chars().any(char::is_control) {
        return Err(Code::ControlCharacter.into());
    }
    let (scheme, rest) = match scheme(text) {
        Some((scheme, rest)) => {
            if !scheme.eq_ignore_ascii_case("http") && !scheme.eq_ignore_ascii_case("https") {
                return Err(Code::ForbiddenScheme.into());
            }
            let rest = rest.strip_prefix("//").ok_or(Code::InvalidUrl)?;
            (scheme, rest)
        }
        None if mode == Mode::Strict => return Err(Code::InvalidUrl.into()),
        None => {
            let rest = text.strip_prefix("//").unwrap_or(text);
            let end = rest.bytes().position(|byte| matches!(byte, b'/' | b'?' | b'#' | b':'));
            let host = rest.as_bytes().get(..end.unwrap_or(rest.len())).unwrap_or_default();
            if !ends_like_domain(host) || host.contains(&b'@') {
                return Err(Code::InvalidUrl.into());
            }
            notes.push(Code::SchemeAdded.into());
            ("https", rest)
        }
    };
    let end = rest.bytes().position(|byte| matches!(byte, b'/' | b'?' | b'#'));
    let (authority, tail) =
        rest.split_at_checked(end.unwrap_or(rest.len())).ok_or(Code::InvalidUrl)?;
    if !is_authority(authority) {
        return Err(Code::InvalidUrl.into());
    }
    let encoded = percent_encode(tail);
    if encoded == tail {
        if scheme.len() + "://".len() + rest.len() == text.len() {
            return Ok(part(written, trim));
        }
    } else {
        if mode == Mode::Strict && !tail.chars().all(|c| is_url_char(c) || !c.is_ascii()) {
            return Err(Code::InvalidUrl.into());
        }
        notes.push(Code::PercentEncoded.into());
    }
    Ok(concat(&[scheme, "://", authority, &encoded]).into())
}

/// Whether a host ends like the name of a domain. `1.5` and `n.a.` do not.
fn ends_like_domain(host: &[u8]) -> bool {
    let mut labels = host.rsplit(|byte| *byte == b'.').skip_while(|label| label.is_empty());
    let (Some(top), Some(_)) = (labels.next(), labels.next()) else { return false };
    let letters = top.iter().filter(|byte| !matches!(byte, 0x80..=0xBF)).count();
    letters > 1 && !top.iter().any(u8::is_ascii_digit)
}

/// The scheme and what follows its colon. `localhost:8080` and `example.com:80` have none: what looks
/// like a scheme there is a host with a port.
fn scheme(text: &str) -> Option<(&str, &str)> {
    let (scheme, rest) = split_once(text, b':')?;
    let starts = scheme.bytes().next().is_some_and(|b| b.is_ascii_alphabetic());
    let word = scheme.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.'));
    let port = rest.bytes().next().is_some_and(|b| b.is_ascii_digit());
    (starts && word && !port).then_some((scheme, rest))
}

/// `host`, `host:port`, and before them `user@`.
fn is_authority(authority: &str) -> bool {
    let (user, host) = match authority.bytes().rposition(|byte| byte == b'@') {
        Some(at) => (authority.get(..at), authority.get(at + 1..)),
        None => (Some(""), Some(authority)),
    };
    let (user, host) = (user.unwrap_or_default(), host.unwrap_or_default());
    let port = if host.starts_with('[') {
        let Some((address, port)) = split_once(host, b']') else { return false };
        if !ip::is_v6(address.as_bytes().get(1..).unwrap_or_default()) {
            return false;
        }
        port
    } else {
        let end = host.bytes().position(|byte| byte == b':').unwrap_or(host.len());
        let Some((name, port)) = host.split_at_checked(end) else { return false };
        if !is_host(name) {
            return false;
        }
        port
    };
    (port.is_empty() || is_port(port))
        && matches!(percent_encode(user), Cow::Borrowed(_))
        && !user.bytes().any(|byte| matches!(byte, b'/' | b'?' | b'#' | b'@'))
}

/// `:8080`.
fn is_port(text: &str) -> bool {
    let Some(digits) = text.strip_prefix(':') else { return false };
    let add = |sum: u32, digit: u8| (sum * 10 + u32::from(digit - b'0')).min(1 << 16);
    !digits.is_empty()
        && digits.bytes().all(|byte| byte.is_ascii_digit())
        && digits.bytes().fold(0, add) < 1 << 16
}

/// Whether labels of letters, digits, hyphens and underscores make up a name: ASCII, or another script
/// for the resolver to encode.
pub(super) fn is_host(name: &str) -> bool {
    let name = name.strip_suffix('.').unwrap_or(name);
    // One pass, because most forms have an address or two: of the label at hand, how long it is so far,
    // whether it is a number, and the byte before.
    let (mut label, mut number, mut before, mut foreign) = (0, true, b'-', false);
    for byte in name.bytes() {
        match byte {
            b'.' if label > 0 && before != b'-' => (label, number) = (0, true),
            b'-' if label > 0 => (label, number) = (label + 1, false),
            b'a'..=b'z' | b'A'..=b'Z' | b'_' => (label, number) = (label + 1, false),
            b'0'..=b'9' => label += 1,
            0x80.. => (label, number, foreign) = (label + 1, false, true),
            _ => return false,
        }
        if label > HOST_LABEL_MAX {
            return false;
        }
        before = byte;
    }
    if label == 0 || before == b'-' || name.len() > HOST_MAX {
        return false;
    }
    // A name that ends in a number is an address of IPv4. Source: the URL standard, "ends in a number".
    if number {
        return ip::is_v4(name.as_bytes());
    }
    !foreign || name.chars().all(|c| c.is_ascii() || is_foreign_letter(c))
}

/// Characters of other scripts, less white space, controls and the signs of general punctuation.
pub(super) fn is_foreign_letter(c: char) -> bool {
    !c.is_ascii()
        && !c.is_whitespace()
        && !c.is_control()
        && !matches!(c, '\u{A0}'..='\u{BF}' | '\u{200B}'..='\u{206F}' | '\u{3000}'..='\u{3004}' | '\u{E000}'..='\u{F8FF}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FF00}'..='\u{FF0F}' | '\u{FFF0}'..='\u{FFFF}')
}

/// The characters of RFC 3986, section 2.
fn is_url_char(c: char) -> bool {
    matches!(c, 'a'..='z' | 'A'..='Z' | '_' | '~' | '!' | '#'..=';' | '=' | '?'..='@' | '[' | ']')
}

/// Encodes what RFC 3986 has no place for, and a `%` that begins no escape.
fn percent_encode(text: &str) -> Cow<'_, str> {
    const HEX: [char; 16] =
        ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'];
    let plain = |byte: u8| {
        matches!(byte,
            b'a'..=b'z' | b'A'..=b'Z' | b'&'..=b';' | b'_' | b'~' | b'=' | b'?' | b'@' | b'!' | b'$')
    };
    if text.bytes().all(plain) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut fragment = false;
    for (at, c) in text.char_indices() {
        let escape = || {
            let digits = text.as_bytes().get(at + 1..at + 3).unwrap_or_default();
            digits.len() == 2 && digits.iter().all(u8::is_ascii_hexdigit)
        };
        let kept = match c {
            '%' => escape(),
            '#' => !core::mem::replace(&mut fragment, true),
            '[' | ']' => false,
            other => is_url_char(other),
        };
        if kept {
            out.push(c);
            continue;
        }
        for byte in c.encode_utf8(&mut [0; 4]).bytes() {
            let digit = |nibble: u8| HEX.get(usize::from(nibble)).copied().unwrap_or('0');
            out.push('%');
            out.push(digit(byte >> 4));
            out.push(digit(byte & 15));
        }
    }
    out.into()
}

#[cfg(test)]
mod tests {
    use super::super::rows::{text, verdict};
    use super::*;

    #[track_caller]
    fn check(input: &str, lenient: &str, strict: &str) {
        let value = text(input);
        let said = |mode| verdict(|notes| parse(&value, mode, notes)).replace('"', "");
        assert_eq!(said(Mode::Lenient), lenient, "{input}");
        assert_eq!(said(Mode::Strict), strict, "{input}");
    }

    #[test]
    fn so_long_and_no_longer() {
        let of = |length: usize| "https://a.b/".to_owned() + &"é".repeat(length - 12);
        let said = |url: &str| verdict(|notes| parse(&text(url), Mode::Lenient, notes));
        assert!(said(&of(LONGEST)).ends_with("(percent_encoded)"));
        assert_eq!(said(&of(LONGEST + 1)), "!too_long");
    }

    #[test]
    fn good() {
        for url in [
            "https://example.com",
            "http://example.com:8080/a/b?c=d&e#f",
            "HTTPS://Example.COM/Path",
            "https://user:secret@example.com/",
            "http://192.0.2.7/",
            "http://[2001:db8::1]:80/",
            "https://localhost/",
            "https://müller.example/",
            "https://example.com/%C3%A9",
            "https://a_b.example.com",
            "https://example.com./",
            "https://u@a:65535/",
        ] {
            check(url, url, url);
        }
        check(" https://example.com ", "https://example.com", "https://example.com");
        check("", "null", "null");
    }

    #[test]
    fn with_a_note() {
        check("example.com/a", "https://example.com/a (scheme_added)", "!invalid_url");
        check("example.de", "https://example.de (scheme_added)", "!invalid_url");
        check("//example.com", "https://example.com (scheme_added)", "!invalid_url");
        check("example.com./a", "https://example.com./a (scheme_added)", "!invalid_url");
        check("example.com:8080", "https://example.com:8080 (scheme_added)", "!invalid_url");
        check(
            "https://example.com/a b",
            "https://example.com/a%20b (percent_encoded)",
            "!invalid_url",
        );
        check(
            "https://example.com/100%",
            "https://example.com/100%25 (percent_encoded)",
            "https://example.com/100%25 (percent_encoded)",
        );
        check(
            "https://example.com/é",
            "https://example.com/%C3%A9 (percent_encoded)",
            "https://example.com/%C3%A9 (percent_encoded)",
        );
        check(
            "https://example.com/[a]",
            "https://example.com/%5Ba%5D (percent_encoded)",
            "https://example.com/%5Ba%5D (percent_encoded)",
        );
        check(
            "https://example.com/#a#b",
            "https://example.com/#a%23b (percent_encoded)",
            "https://example.com/#a%23b (percent_encoded)",
        );
    }

    #[test]
    fn bad() {
        for input in [
            "javascript:alert(1)",
            "JavaScript:alert(1)",
            "data:text/html,x",
            "ftp://example.com",
            "mailto:a@example.com",
            "file:///etc/passwd",
            "vbscript:x",
        ] {
            check(input, "!forbidden_scheme", "!forbidden_scheme");
        }
        for input in [
            "https://",
            "https:///a",
            "http:example.com",
            "https://a..b",
            "https://-a.com",
            "https://a-.com",
            "https://a.com-",
            "https://a..",
            "https://a@b@example.com",
            "1a:b",
            "see a:b",
            "a.é",
            "https://exa mple.com",
            "https://example.com:65536",
            "https://example.com:4294967376",
            "https://example.com:+80",
            "https://example.com:x",
            "https://[::1",
            "https://[zz]/",
            "https://a\u{1680}b.example",
            "https://[::1.2.3.4:5]/",
            "just words",
            "word",
            "a@example.com",
            "https://exa%6dple.com",
            "https://<b>.com",
            "https://example。com",
            "https://user%@example.com",
            "https://999.1.1.1",
            "n.a.",
            "1.5",
        ] {
            check(input, "!invalid_url", "!invalid_url");
        }
        let (dashes, foreign) = ("a-".repeat(31), "é".repeat(31));
        for label in ["a".repeat(63), format!("{dashes}a"), format!("{foreign}a"), "1".repeat(63)] {
            let good = format!("https://{label}.example");
            check(&good, &good, &good);
            check(&format!("https://{label}a.example"), "!invalid_url", "!invalid_url");
        }
        let host = |letters: usize| format!("https://{}{}", "a.".repeat(120), "b".repeat(letters));
        check(&host(13), &host(13), &host(13));
        check(&host(14), "!invalid_url", "!invalid_url");
        check("https://example.com/\u{0}", "!control_character", "!control_character");
        check("java\tscript:alert(1)", "!control_character", "!control_character");
        let value = Value::Boolean(true);
        assert_eq!(verdict(|notes| parse(&value, Mode::Lenient, notes)), "!wrong_type");
    }

    #[test]
    fn a_source_url_is_ascii_and_short() {
        let said = |input: String| {
            let value = Value::Text(input.into());
            verdict(|notes| parse_source_url(&value, Mode::Lenient, notes)).replace('"', "")
        };
        let url = |length: usize| format!("https://example.com/{}", "a".repeat(length - 20));
        assert_eq!(said(url(200)), url(200));
        assert_eq!(said(url(201)), "!too_long");
        assert_eq!(said("https://müller.example/".into()), "!invalid_url");
        assert_eq!(
            said("https://example.com/é".into()),
            "https://example.com/%C3%A9 (percent_encoded)"
        );
    }
}
