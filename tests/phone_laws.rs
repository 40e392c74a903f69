//! Laws that hold for every text: what proptest makes up, and what stands in the oracle's sample.

#![allow(clippy::unwrap_used, reason = "a broken law shall stop the test")]

use proptest::prelude::*;
use quo_contacts::phone::{Level, Region, parse, suggest};

const LEVELS: [Level; 3] = [Level::Shape, Level::Possible, Level::Valid];

/// Texts near to numbers; the rest is anything.
fn texts() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "+",
        "1",
        "44",
        "49",
        "555",
        "2671",
        "0",
        "00",
        "011",
        "7",
        " ",
        "-",
        "(",
        ")",
        ".",
        "/",
        ",",
        ";",
        "x",
        "ext",
        ";ext=",
        ";phone-context=",
        ";isub=",
        "tel:",
        "E+09",
        " or ",
        "home",
        "доб",
        "ó",
        "#",
        "*",
        "\u{FF11}",
        "٣",
        "é",
        "😀",
        "\u{301}",
        "\u{200B}",
        "\t",
    ]);
    prop_oneof![
        prop::collection::vec(pieces, 0..16).prop_map(|pieces| pieces.concat()),
        "[0-9+() .-]{0,24}",
        any::<String>(),
    ]
}

fn regions() -> impl Strategy<Value = Option<Region>> {
    prop::sample::select(vec![
        "", "US", "CA", "GB", "DE", "IT", "AR", "BR", "MX", "SM", "AU", "RU", "AG",
    ])
    .prop_map(Region::from_code)
}

/// `PROPTEST_CASES` asks for more cases.
fn config() -> ProptestConfig {
    let usual = ProptestConfig::default();
    ProptestConfig { cases: usual.cases.max(20_000), failure_persistence: None, ..usual }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn every_text_has_a_verdict(text in texts(), country in regions()) {
        check(&text, country);
    }
}

#[test]
fn the_laws_hold_for_the_sample() {
    for line in include_str!("oracle/sample.tsv").lines().skip(1) {
        let [country, text, _] = line.splitn(3, '\t').collect::<Vec<_>>().try_into().unwrap();
        check(text, Region::from_code(country));
    }
}

#[track_caller]
fn check(text: &str, country: Option<Region>) {
    let readings = LEVELS.map(|level| parse(text, country, level));
    let e164 = |index: usize| readings.get(index).and_then(|reading| reading.as_ref().ok());
    for reading in readings.iter().flatten() {
        let e164 = &reading.phone.e164;
        let digits = e164.strip_prefix('+').unwrap();
        assert!(
            digits.len() <= 15 && digits.bytes().all(|byte| byte.is_ascii_digit()),
            "{text}: {e164}"
        );
    }
    // What is valid stays so when it is read again, and is accepted at every lower level too.
    if let Some(valid) = e164(2) {
        let again = parse(&valid.phone.e164, None, Level::Valid).unwrap();
        assert_eq!((&again.phone.e164, again.notes.len()), (&valid.phone.e164, 0), "{text}");
        assert_eq!(e164(0).map(|reading| &reading.phone.e164), Some(&valid.phone.e164), "{text}");
    }
    assert!(e164(1).is_none() || e164(0).is_some(), "{text}: possible, but of no shape");
    let refused = readings.iter().filter_map(|reading| reading.as_ref().err());
    let refused = refused.flat_map(|rejection| rejection.suggestions.clone());
    for suggestion in refused.chain(suggest(text, country.as_slice())) {
        assert!(parse(&suggestion, None, Level::Valid).is_ok(), "{text}: {suggestion}");
    }
    #[cfg(feature = "phone-format")]
    {
        let state = quo_contacts::phone::phone_state(text, country);
        assert_eq!(state.complete, e164(2).is_some(), "{text}");
    }
}
