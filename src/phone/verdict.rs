//! The verdict on what a person typed.

use super::strict::{Failure, Number, Possibility};
use super::{Level, Note, Phone, Reading, Reason, Region, Rejection};

/// Reads `text` as a phone number; `country` is where a number without a calling code is at home.
///
/// # Errors
/// `555-2671` in the US is [`Reason::LocalOnly`]; `4155552671` without a country is
/// [`Reason::CountryRequired`]; `+999123456` is [`Reason::UnknownCallingCode`].
pub fn parse(text: &str, country: Option<Region>, level: Level) -> Result<Reading, Rejection> {
    let reject = |reason| Err(Rejection { reason, suggestions: Vec::new() });
    let number = match Number::read(text, country) {
        Ok(number) => number,
        Err(Failure::NotANumber) => return reject(Reason::NotANumber),
        Err(Failure::UnknownCallingCode) => return reject(Reason::UnknownCallingCode),
        Err(Failure::TooShort | Failure::TooShortAfterPrefix) => return reject(Reason::TooShort),
        Err(Failure::TooLong) => return reject(Reason::TooLong),
    };
    if level > Level::Shape {
        match number.possibility() {
            Possibility::Possible => {}
            Possibility::LocalOnly => return reject(Reason::LocalOnly),
            Possibility::TooShort => return reject(Reason::TooShort),
            Possibility::TooLong => return reject(Reason::TooLong),
            Possibility::InvalidLength => return reject(Reason::InvalidLength),
        }
    }
    if level == Level::Valid && !number.is_valid() {
        return reject(Reason::NotInUse);
    }
    let extension = Some(number.extension().to_owned()).filter(|digits| !digits.is_empty());
    let notes = extension.iter().map(|_| Note::ExtensionLeftOut).collect();
    let phone =
        Phone { e164: number.e164(), region: number.region(), kind: number.kind(), extension };
    Ok(Reading { phone, notes })
}
