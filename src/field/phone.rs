//! Phone numbers of a contact: the phone engine's readings as values, its reasons as codes.

use super::{Mode, Outcome, wrong_type};
use crate::decimal::{Decimal, push_digits};
use crate::issue::{Code, Expected, Remark};
use crate::phone::{self, Found, Level, Reason, Refusal, Region};
use crate::pieces::is_longer;
use crate::record::{Value, trim};
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

/// What a phone number needs besides its text.
#[derive(Clone, Copy, Debug, Default)]
pub struct Context<'a> {
    /// Where a number without a calling code is at home.
    pub country: Option<Region>,
    /// How much must be known about a number.
    pub level: Level,
    /// Where else numbers may come from; only for suggestions.
    pub likely: &'a [Region],
}

/// Reads a phone number as E.164; what was done to it is pushed onto `notes`.
///
/// # Errors
/// One code for each [`Reason`]; a double that may have lost digits is read as what it shows. In strict
/// mode only E.164 is taken.
pub fn parse(
    value: &Value<'_>,
    context: Context<'_>,
    mode: Mode,
    notes: &mut Vec<Remark>,
) -> Outcome<String> {
    if value.is_blank() {
        return Ok(None);
    }
    let whole = value.number().and_then(Result::ok).and_then(Decimal::to_whole);
    match (value, whole) {
        (Value::Text(text), _) => read(trim(text), context, mode, notes).map(Some),
        // A spreadsheet's column of numbers: whole and exact, or no phone number.
        (Value::Number(_) | Value::NumberText(_), Some(whole))
            if mode == Mode::Lenient && whole.unsigned_abs() < 1 << 53 =>
        {
            // As in a text, a sign that is no plus says nothing.
            let mut digits = String::new();
            push_digits(&mut digits, whole.unsigned_abs());
            read(&digits, context, mode, notes).map(Some)
        }
        (Value::NumberText(digits), _) if mode == Mode::Lenient => {
            read(digits, context, mode, notes).map(Some)
        }
        (other, _) => Err(wrong_type(Expected::Text, other)),
    }
}

fn read(
    text: &str,
    context: Context<'_>,
    mode: Mode,
    notes: &mut Vec<Remark>,
) -> Result<String, Remark> {
    if is_longer(text, phone::LONGEST_TEXT) {
        return Err(Code::NotAPhoneNumber.into());
    }
    // Most numbers are written so that there is nothing to say about them.
    if mode == Mode::Lenient
        && let Some(number) =
            phone::quick(text.chars().map(u32::from), context.country, context.level)
    {
        return settled(written(number.e164_digits()), context.level);
    }
    let chars = phone::decode(text);
    match phone::find(&chars, context.country, context.level) {
        Ok(Found { number, words }) => {
            let e164 = number.e164();
            if mode == Mode::Strict && e164 != text {
                return Err(Remark::with(Code::NotE164, vec![e164]));
            }
            if !number.extension_digits().is_empty() {
                notes.push(Code::ExtensionLeftOut.into());
            }
            if number.has_letters() {
                notes.push(Code::LettersConverted.into());
            }
            // They may serve as the label.
            for word in words.into_iter().flatten() {
                notes.push(Remark::with(Code::WordLeftOut, vec![word.iter().collect()]));
            }
            settled(e164, context.level)
        }
        Err(Refusal { reason, mut suggestions }) => {
            for region in context.likely.iter().filter(|region| Some(**region) != context.country) {
                if let Ok(Found { number, .. }) = phone::find(&chars, Some(*region), Level::Valid)
                    && !suggestions.contains(&number.e164_digits())
                {
                    suggestions.push(number.e164_digits());
                }
            }
            Err(Remark::with(code(reason), suggestions.into_iter().map(written).collect()))
        }
    }
}

/// An E.164 by its digits.
fn written(digits: u64) -> String {
    let mut e164 = String::with_capacity(16);
    e164.push('+');
    push_digits(&mut e164, digits);
    e164
}

/// What reads as itself. A number that need not be valid may begin like a national one once more: of
/// `+31 00…` libphonenumber leaves `+310…`, and of that `+31…`. Nobody can say which of them was meant.
fn settled(e164: String, level: Level) -> Result<String, Remark> {
    let reads_as_itself = || {
        let chars = phone::decode(&e164);
        phone::find(&chars, None, level).is_ok_and(|found| found.number.e164() == e164)
    };
    if level == Level::Valid || reads_as_itself() {
        Ok(e164)
    } else {
        Err(Code::PhoneNotInUse.into())
    }
}

fn code(reason: Reason) -> Code {
    match reason {
        Reason::NotANumber => Code::NotAPhoneNumber,
        Reason::CountryRequired => Code::CountryRequired,
        Reason::UnknownCallingCode => Code::UnknownCallingCode,
        Reason::TooShort => Code::PhoneTooShort,
        Reason::TooLong => Code::PhoneTooLong,
        Reason::InvalidLength => Code::PhoneInvalidLength,
        Reason::LocalOnly => Code::LocalOnly,
        Reason::NotInUse => Code::PhoneNotInUse,
        Reason::ScientificNotation => Code::ScientificNotation,
        Reason::SeveralNumbers => Code::SeveralNumbers,
    }
}

#[cfg(test)]
mod tests {
    use super::super::rows::{text, verdict};
    use super::*;

    #[track_caller]
    fn check(value: &Value<'_>, lenient: &str, strict: &str) {
        let country = Region::from_code("US");
        let context = Context { country, level: Level::Valid, likely: &[] };
        let said = |mode| verdict(|notes| parse(value, context, mode, notes)).replace('"', "");
        assert_eq!(said(Mode::Lenient), lenient, "{value:?}");
        assert_eq!(said(Mode::Strict), strict, "{value:?}");
    }

    fn number(digits: &str) -> Value<'_> {
        Value::Number(Decimal::parse(digits).unwrap())
    }

    #[test]
    fn numbers_of_a_spreadsheet() {
        check(&number("4155552671"), "+14155552671", "!wrong_type");
        check(&Value::NumberText("4155552671".into()), "+14155552671", "!wrong_type");
        check(&number("-4155552671"), "+14155552671", "!wrong_type");
        check(&text("-4155552671"), "+14155552671", "!not_e164 [+14155552671]");
        check(&number("0"), "!phone_too_short", "!wrong_type");
        check(&number("4155552671.5"), "!wrong_type", "!wrong_type");
        check(&number("9007199254740991"), "!phone_too_long", "!wrong_type");
        check(&number("9007199254740992"), "!wrong_type", "!wrong_type");
    }

    #[test]
    fn what_is_left_out_is_said() {
        let (extension, word) = ("415 555 2671 ext. 5", "call 415 555 2671");
        check(&text(extension), "+14155552671 (extension_left_out)", "!not_e164 [+14155552671]");
        check(&text(word), "+14155552671 (word_left_out)", "!not_e164 [+14155552671]");
        check(&Value::NumberText("12345678901234567890".into()), "!phone_too_long", "!wrong_type");
    }

    #[test]
    fn of_countries_that_read_the_same_one_is_suggested() {
        let likely = ["US", "CA", "DE"].map(|code| Region::from_code(code).unwrap());
        let context = Context { country: None, level: Level::Valid, likely: &likely };
        let value = text("415 555 2671");
        let said = verdict(|notes| parse(&value, context, Mode::Lenient, notes));
        assert_eq!(said, "!country_required [\"+14155552671\", \"+494155552671\"]");
    }

    #[test]
    fn a_blank_is_no_number() {
        check(&text(" "), "null", "null");
        check(&Value::Null, "null", "null");
    }
}
