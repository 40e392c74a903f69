//! E-mail addresses: the part of RFC 5321 and 5322 that mailboxes of people use.
//!
//! Comments, quoted local parts and addresses in brackets are refused: where they turn up in a form, they
//! are mistakes. Whether a mailbox exists is not asked.

use super::url::ip::is_v4;
use super::url::{is_foreign_letter, is_host};
use super::{Mode, Outcome, wrong_type};
use crate::issue::{Code, Expected, Remark};
use crate::limits::{EMAIL_LOCAL_MAX, EMAIL_MAX};
use crate::name::lower;
use crate::pieces::{concat, split_once};
use crate::record::{Value, part, trim};
use alloc::borrow::Cow;
use alloc::vec::Vec;

/// Reads an address and writes its domain in lower case; `Name <a@b.c>` and `mailto:` are unwrapped,
/// with a note.
///
/// # Errors
/// `a@b` has no dot, `a..b@example.com` an empty part, `a@example.com, b@example.com` is two. In strict
/// mode an address is left as it is, and nothing is unwrapped.
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

fn read<'v>(
    text: &Cow<'v, str>,
    mode: Mode,
    notes: &mut Vec<Remark>,
) -> Result<Cow<'v, str>, Remark> {
    let whole = trim(text);
    let bare = if mode == Mode::Lenient { unwrap(whole) } else { whole };
    // What has two of them is no address either way.
    let (local, domain) = split_once(bare, b'@').ok_or(Code::InvalidEmail)?;
    if !is_local(local) || !is_domain(domain) || bare.len() > EMAIL_MAX {
        return Err(Code::InvalidEmail.into());
    }
    if bare.len() != whole.len() {
        notes.push(Code::EmailUnwrapped.into());
    } else if mode == Mode::Strict
        || domain.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.'))
    {
        return Ok(part(text, trim));
    }
    Ok(concat(&[local, "@", &lower(domain)]).into())
}

/// Takes `mailto:` and its query, a name and angle brackets off an address.
fn unwrap(text: &str) -> &str {
    let text = match text.split_at_checked("mailto:".len()) {
        Some((scheme, rest)) if scheme.eq_ignore_ascii_case("mailto:") => {
            let address = split_once(rest, b'?').map_or(rest, |(address, _)| address);
            // What is spelled `%2B` there is another sign: left in its wrapping, it is no address.
            if address.bytes().any(|byte| byte == b'%') { text } else { address }
        }
        Some(_) | None => text,
    };
    let inner = text.strip_suffix('>').and_then(|text| split_once(text, b'<'));
    // A second address before the brackets is no name, and must not get lost.
    let inner =
        inner.filter(|(name, _)| !name.bytes().any(|byte| byte == b'@')).map(|(_, inner)| inner);
    trim(inner.unwrap_or(text))
}

/// Atoms between single dots. Source: `dot-atom` of RFC 5322, section 3.2.3, and `UTF8-non-ascii` of RFC
/// 6531, section 3.3.
fn is_local(local: &str) -> bool {
    let mut before = b'.';
    for byte in local.bytes() {
        let atom = matches!(byte,
            b'A'..=b'Z' | b'^'..=b'~' | b'0'..=b'9' | b'#'..=b'\'' | b'-' | b'/' | b'!' | b'*' | b'+' | b'=' | b'?');
        if !(atom || byte >= 0x80 || (byte == b'.' && before != b'.')) {
            return false;
        }
        before = byte;
    }
    before != b'.'
        && local.len() <= EMAIL_LOCAL_MAX
        && local.chars().all(|c| c.is_ascii() || is_foreign_letter(c))
}

/// At least two labels, the last of them not a number.
fn is_domain(domain: &str) -> bool {
    is_host(domain)
        && domain.bytes().any(|byte| byte == b'.')
        && !domain.ends_with('.')
        && !domain.bytes().any(|byte| byte == b'_')
        && !is_v4(domain.as_bytes())
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
    fn good() {
        for email in [
            "ada@example.com",
            "Ada.Lovelace+quo@example.co.uk",
            "o'brien@example.com",
            "a@xn--mller-kva.example",
            "josé@example.com",
            "Àda@example.com",
            "a@example.x1",
            "ada@müller.example",
            "1@example.com",
            "a_b-c@sub.example.com",
        ] {
            check(email, email, email);
        }
        check(" ada@example.com\n", "ada@example.com", "ada@example.com");
        check("Ada@EXAMPLE.Com", "Ada@example.com", "Ada@EXAMPLE.Com");
        check("a@MÜLLER.example", "a@müller.example", "a@MÜLLER.example");
        check("e\u{301}@example.com", "e\\u{301}@example.com", "e\\u{301}@example.com");
        check("", "null", "null");
    }

    #[test]
    fn unwrapped() {
        check(
            "Ada Lovelace <ada@example.com>",
            "ada@example.com (email_unwrapped)",
            "!invalid_email",
        );
        check(
            "\"Lovelace, Ada\" <ada@example.com>",
            "ada@example.com (email_unwrapped)",
            "!invalid_email",
        );
        check("<ada@example.com>", "ada@example.com (email_unwrapped)", "!invalid_email");
        check(
            "mailto:ada@example.com?subject=Hi",
            "ada@example.com (email_unwrapped)",
            "!invalid_email",
        );
        check("MAILTO:ada@example.com", "ada@example.com (email_unwrapped)", "!invalid_email");
    }

    #[test]
    fn bad() {
        for input in [
            "ada",
            "ada@",
            "@example.com",
            "a@b",
            "a b@example.com",
            "a..b@example.com",
            ".a@example.com",
            "a.@example.com",
            "a@example..com",
            "a@-example.com",
            "a@example.123",
            "a@[192.0.2.1]",
            "a@192.0.2.1",
            "\"a b\"@example.com",
            "a@example.com, b@example.com",
            "a@example.com; b@example.com",
            "a@@example.com",
            "a@exam_ple.com",
            "a(comment)@example.com",
            "a@example.com.",
            "Ada <ada>",
            "Ada <a@example.com>, Bob <b@example.com>",
            "a@example.com <b@example.com>",
            "n/a",
            "a\u{0}@example.com",
            "a\u{200B}b@example.com",
        ] {
            check(input, "!invalid_email", "!invalid_email");
        }
        let long = |local: usize, domain: usize| {
            format!("{}@{}.example", "a".repeat(local), "b".repeat(domain))
        };
        check(&long(64, 63), &long(64, 63), &long(64, 63));
        let whole =
            |letters: usize| format!("{}@{}example.com", "a".repeat(letters), "b.".repeat(114));
        check(&whole(14), &whole(14), &whole(14));
        check(&whole(15), "!invalid_email", "!invalid_email");
        check(&long(65, 3), "!invalid_email", "!invalid_email");
        check(&long(3, 64), "!invalid_email", "!invalid_email");
        check(&format!("a@{}example.com", "b.".repeat(122)), "!invalid_email", "!invalid_email");
        let value = Value::Boolean(true);
        assert_eq!(verdict(|notes| parse(&value, Mode::Lenient, notes)), "!wrong_type");
    }
}
