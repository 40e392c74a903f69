//! Phone numbers of a contact: the phone engine's readings as values, its reasons as codes.

use super::{Mode, Outcome, wrong_type};
use crate::decimal::{Decimal, push_digits};
use crate::issue::{Code, Expected, Remark};
use crate::phone::{self, Level, Note, Reading, Reason, Region, Rejection};
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

/// The most bytes that a phone number can have and still be one.
const LONGEST: usize = 250;

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
    if text.len() > LONGEST {
        return Err(Code::NotAPhoneNumber.into());
    }
    // Most numbers are written so that there is nothing to say about them.
    if mode == Mode::Lenient
        && let Some(number) =
            phone::quick(text.chars().map(u32::from), context.country, context.level)
    {
        let mut e164 = String::with_capacity(16);
        e164.push('+');
        push_digits(&mut e164, number.e164_digits());
        return settled(e164, context.level);
    }
    match phone::parse(text, context.country, context.level) {
        Ok(Reading { phone, .. }) if mode == Mode::Strict && phone.e164 != text => {
            Err(Remark::with(Code::NotE164, vec![phone.e164]))
        }
        Ok(Reading { phone, notes: done }) => {
            notes.extend(done.into_iter().map(note));
            settled(phone.e164, context.level)
        }
        Err(Rejection { reason, mut suggestions }) => {
            for region in context.likely.iter().filter(|region| Some(**region) != context.country) {
                if let Ok(Reading { phone, .. }) = phone::parse(text, Some(*region), Level::Valid)
                    && !suggestions.contains(&phone.e164)
                {
                    suggestions.push(phone.e164);
                }
            }
            Err(Remark::with(code(reason), suggestions))
        }
    }
}

/// What reads as itself. A number that need not be valid may begin like a national one once more: of
/// `+31 00…` libphonenumber leaves `+310…`, and of that `+31…`.
fn settled(mut e164: String, level: Level) -> Result<String, Remark> {
    if level == Level::Valid {
        return Ok(e164);
    }
    // A number has fewer digits than this to lose.
    for _ in 0..16 {
        match phone::parse(&e164, None, level) {
            Ok(Reading { phone, .. }) if phone.e164 == e164 => return Ok(e164),
            Ok(Reading { phone, .. }) => e164 = phone.e164,
            Err(Rejection { reason, .. }) => return Err(code(reason).into()),
        }
    }
    Err(Code::PhoneNotInUse.into())
}

fn note(note: Note) -> Remark {
    match note {
        Note::ExtensionLeftOut => Code::ExtensionLeftOut.into(),
        Note::LettersConverted => Code::LettersConverted.into(),
        // It may serve as the label.
        Note::WordLeftOut(word) => Remark::with(Code::WordLeftOut, vec![word]),
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
