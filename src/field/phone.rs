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
            let mut digits = String::new();
            if whole < 0 {
                digits.push('-');
            }
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
