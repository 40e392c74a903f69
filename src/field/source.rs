//! Where a contact came from: `source`, `externalId`, `createdByUserId`. (`sourceUrl` is a URL.)

use super::text::{Lines, parse as parse_text, parse_within};
use super::{Mode, Outcome};
use crate::issue::{Code, Remark};
use crate::limits::{
    EXTERNAL_ID_MAX, RESERVED_SOURCE_PREFIXES, RESERVED_SOURCES, SOURCE_MAX, USER_ID_PREFIX,
};
use crate::record::Value;
use alloc::borrow::Cow;
use alloc::vec::Vec;

/// Reads `source`: at most 72 characters, and not a word that Quo keeps for itself.
///
/// # Errors
/// `Zapier` is [`Code::ReservedSource`], `csv-2024` is [`Code::ReservedSourcePrefix`].
pub fn parse_source<'v>(
    value: &Value<'v>,
    mode: Mode,
    notes: &mut Vec<Remark>,
) -> Outcome<Cow<'v, str>> {
    let source = parse_within(value, SOURCE_MAX, mode, notes)?;
    match source.as_deref().and_then(reserved) {
        Some(code) => Err(code.into()),
        None => Ok(source),
    }
}

/// What stands against a `source` that belongs to Quo.
pub(crate) fn reserved(source: &str) -> Option<Code> {
    let lower = source.to_ascii_lowercase();
    if RESERVED_SOURCES.contains(&lower.as_str()) {
        return Some(Code::ReservedSource);
    }
    let prefix = RESERVED_SOURCE_PREFIXES.iter().find(|prefix| lower.starts_with(**prefix))?;
    Some(Code::ReservedSourcePrefix { prefix })
}

/// Reads `externalId`: at most 75 characters.
///
/// # Errors
/// What [`parse_within`] refuses.
pub fn parse_external_id<'v>(
    value: &Value<'v>,
    mode: Mode,
    notes: &mut Vec<Remark>,
) -> Outcome<Cow<'v, str>> {
    parse_within(value, EXTERNAL_ID_MAX, mode, notes)
}

/// Reads `createdByUserId`: it begins with `US`.
///
/// # Errors
/// `usr_1` is [`Code::InvalidUserId`].
pub fn parse_user_id<'v>(
    value: &Value<'v>,
    mode: Mode,
    notes: &mut Vec<Remark>,
) -> Outcome<Cow<'v, str>> {
    let id = parse_text(value, Lines::One, mode, notes)?;
    // The pattern's dot takes anything but the ends of lines.
    let fits = |id: &Cow<'_, str>| {
        id.starts_with(USER_ID_PREFIX) && !id.chars().any(|c| matches!(c, '\u{2028}' | '\u{2029}'))
    };
    if !id.as_ref().is_none_or(fits) {
        return Err(Code::InvalidUserId.into());
    }
    Ok(id)
}

#[cfg(test)]
mod tests {
    use super::super::rows::{text, verdict};
    use super::*;

    #[track_caller]
    fn check(
        parse: for<'v> fn(&Value<'v>, Mode, &mut Vec<Remark>) -> Outcome<Cow<'v, str>>,
        input: &str,
        expected: &str,
    ) {
        let said = verdict(|notes| parse(&text(input), Mode::Strict, notes));
        assert_eq!(said.replace('"', ""), expected, "{input}");
    }

    #[test]
    fn sources() {
        for source in ["public-api", "web-form", "my-csv", "others", "zapier-2", "devices"] {
            check(parse_source, source, source);
        }
        check(parse_source, &"é".repeat(72), &"é".repeat(72));
        check(parse_source, &"a".repeat(73), "!too_long");
        for reserved in
            ["openphone", "device", "csv", "zapier", "google-people", "other", "Zapier", "CSV"]
        {
            check(parse_source, reserved, "!reserved_source");
        }
        for reserved in ["openphone-app", "csv-2024", "CSV_import", "OpenPhoneX"] {
            check(parse_source, reserved, "!reserved_source_prefix");
        }
        check(parse_source, " ", "null");
        check(parse_source, "a\nb", "!control_character");
    }

    #[test]
    fn external_ids() {
        check(parse_external_id, &"a".repeat(75), &"a".repeat(75));
        check(parse_external_id, &"a".repeat(76), "!too_long");
        check(parse_external_id, "", "null");
        let said = verdict(|notes| {
            parse_external_id(&Value::NumberText("42".into()), Mode::Lenient, notes)
        });
        assert_eq!(said, "\"42\" (number_to_text)");
    }

    #[test]
    fn user_ids() {
        check(parse_user_id, "USabc123", "USabc123");
        check(parse_user_id, "US", "US");
        check(parse_user_id, "usr_1", "!invalid_user_id");
        check(parse_user_id, "US\u{2028}x", "!invalid_user_id");
        check(parse_user_id, "", "null");
    }
}
