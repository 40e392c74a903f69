//! What people write around a number: signs, parentheses, percent, currencies.

use crate::issue::{Code, Remark};
use crate::record::trim;
use alloc::vec::Vec;

/// Takes sign, parentheses, percent sign and currency off a number.
pub(super) fn strip<'a>(text: &'a str, notes: &mut Vec<Remark>) -> (&'a str, bool) {
    let digit = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_digit);
    if digit(text.as_bytes().first()) && digit(text.as_bytes().last()) {
        return (text, false);
    }
    let mut body = text;
    let mut negative = false;
    // Each once: what stands there twice is no number that anybody writes.
    let mut took = |code: Code| {
        let first = !notes.iter().any(|note| note.code == code);
        if first {
            notes.push(code.into());
        }
        first
    };
    loop {
        let before = body;
        if let Some(inner) = front(body, |c| c == '(').and_then(|rest| back(rest, |c| c == ')')) {
            if negative {
                return (text, false);
            }
            (body, negative) = (trim(inner), true);
            took(Code::ReadAsNegative);
        } else if let Some(rest) = front(body, |c| matches!(c, '-' | '−' | '–')) {
            if negative {
                return (text, false);
            }
            (body, negative) = (trim(rest), true);
        } else if let Some(rest) = back(body, |c| matches!(c, '%' | '٪')) {
            if took(Code::PercentLeftOut) {
                body = trim(rest);
            }
        } else if let Some(rest) = without_currency(body)
            && took(Code::CurrencyLeftOut)
        {
            body = trim(rest);
        }
        if body == before {
            return (front(body, |c| c == '+').unwrap_or(body), negative);
        }
    }
}

/// What follows a sign in front.
fn front(text: &str, is_sign: fn(char) -> bool) -> Option<&str> {
    let mut chars = text.chars();
    chars.next().is_some_and(is_sign).then_some(chars.as_str())
}

/// What stands before a sign at the end.
fn back(text: &str, is_sign: fn(char) -> bool) -> Option<&str> {
    let mut chars = text.chars();
    chars.next_back().is_some_and(is_sign).then_some(chars.as_str())
}

/// The codes of currencies in use. Source: ISO 4217, list one, 2024, less funds and metals.
const CURRENCY_CODES: &str = "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD \
    BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL \
    GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD \
    KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK \
    NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP \
    STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF \
    YER ZAR ZMW ZWG";

/// How people write currencies with letters, those that end as another one does before it. No standard lists them.
const CURRENCY_WORDS: [&str; 20] = [
    "AU$", "CA$", "HK$", "MX$", "NT$", "NZ$", "US$", "A$", "C$", "R$", "S$", "kr.", "kr", "zł",
    "Kč", "Rs.", "Rs", "Fr.", "Ft", "руб.",
];

/// Currencies are signs or codes, at either end.
fn without_currency(text: &str) -> Option<&str> {
    let without = |word: &&str| text.strip_prefix(*word).or_else(|| text.strip_suffix(*word));
    if let Some(rest) = CURRENCY_WORDS.iter().find_map(without) {
        return Some(rest);
    }
    let is_sign = |c| {
        matches!(
            c,
            '$' | '€'
                | '£'
                | '¥'
                | '₹'
                | '₩'
                | '₽'
                | '₺'
                | '₪'
                | '₫'
                | '₴'
                | '฿'
                | '₱'
                | '₦'
                | '₡'
                | '₵'
        )
    };
    if let Some(rest) = front(text, is_sign).or_else(|| back(text, is_sign)) {
        return Some(rest);
    }
    // Each has three letters, and a space behind it.
    let is_code = |word: &str| {
        CURRENCY_CODES.as_bytes().chunks(4).any(|code| code.starts_with(word.as_bytes()))
    };
    if let Some((head, rest)) = text.split_at_checked(3)
        && is_code(head)
    {
        return Some(rest);
    }
    let (rest, tail) = text.split_at_checked(text.len().checked_sub(3)?)?;
    is_code(tail).then_some(rest)
}
