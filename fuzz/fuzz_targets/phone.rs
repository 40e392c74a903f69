//! Any text, country and level: no panic, and what is valid stays so when it is read again.
//!
//! `RUSTC_BOOTSTRAP=1 cargo fuzz run phone`

#![no_main]

use libfuzzer_sys::fuzz_target;
use quo_contacts::phone::{Level, Region, parse, phone_state, suggest};

fuzz_target!(|input: (&str, [u8; 2], u8)| {
    let (text, code, level) = input;
    let country = std::str::from_utf8(&code).ok().and_then(Region::from_code);
    let level = match level % 3 {
        0 => Level::Shape,
        1 => Level::Possible,
        _ => Level::Valid,
    };
    if let Ok(reading) = parse(text, country, level)
        && level == Level::Valid
    {
        let again = parse(&reading.phone.e164, None, level).map(|again| again.phone.e164);
        assert_eq!(again, Ok(reading.phone.e164));
    }
    for suggestion in suggest(text, country.as_slice()) {
        assert!(parse(&suggestion, None, Level::Valid).is_ok());
    }
    let _ = phone_state(text, country);
});
