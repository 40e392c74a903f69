//! The strict reading against libphonenumber itself: cases and verdicts that its Python port made
//! (`tests/oracle/cases.py`), at the same metadata.

#![allow(clippy::unwrap_used, reason = "a broken file of cases shall stop the test")]

use quo_contacts::phone::strict::{Failure, Number, Possibility};
use quo_contacts::phone::{Kind, Region, strict};

/// 20,000 cases; `cargo xtask phone-oracle` makes them anew, and runs as many more as one likes.
const SAMPLE: &str = include_str!("oracle/sample.tsv");

#[test]
fn the_sample_agrees() {
    let (cases, differences) = compare(SAMPLE);
    assert_eq!(cases, 20_000);
    assert_eq!(differences, [""; 0]);
}

/// The cases of the file that `PHONE_ORACLE_CASES` names.
#[test]
#[ignore = "`cargo xtask phone-oracle` runs it"]
fn the_given_cases_agree() {
    let path = std::env::var("PHONE_ORACLE_CASES").unwrap();
    let (cases, differences) = compare(&std::fs::read_to_string(path).unwrap());
    println!("{cases} cases, {} differences", differences.len());
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}

fn compare(file: &str) -> (usize, Vec<String>) {
    let (first, rest) = file.split_once('\n').unwrap();
    let version = format!("# phonenumbers {},", strict::VERSION);
    assert!(first.starts_with(&version), "made with other metadata: {first}");
    let differences = rest.lines().filter_map(|line| {
        let [country, text, expected] =
            line.splitn(3, '\t').collect::<Vec<_>>().try_into().unwrap();
        let actual = verdict(&unescape(text), Region::from_code(country));
        (actual != expected)
            .then(|| format!("{country}\t{text}\n    expected {expected}\n    actual   {actual}"))
    });
    (rest.lines().count(), differences.collect())
}

fn verdict(text: &str, country: Option<Region>) -> String {
    match Number::read(text, country) {
        Ok(number) => [
            number.e164().as_str(),
            kind(number.kind()),
            match number.region() {
                Some(ref region) => region.code(),
                None if number.is_geographic() => "-",
                None => "001",
            },
            match number.possibility() {
                Possibility::Possible => "P",
                Possibility::LocalOnly => "A",
                Possibility::TooShort => "S",
                Possibility::TooLong => "L",
                Possibility::InvalidLength => "I",
            },
            if country.is_some_and(|country| number.is_valid_for_region(country)) {
                "v"
            } else {
                "-"
            },
            &number.extension(),
        ]
        .join("\t"),
        Err(Failure::NotANumber) => "!N".into(),
        Err(Failure::UnknownCallingCode) => "!C".into(),
        Err(Failure::TooShortAfterPrefix) => "!I".into(),
        Err(Failure::TooShort) => "!S".into(),
        Err(Failure::TooLong) => "!L".into(),
    }
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::FixedLine => "F",
        Kind::Mobile => "M",
        Kind::FixedLineOrMobile => "B",
        Kind::TollFree => "T",
        Kind::PremiumRate => "P",
        Kind::SharedCost => "S",
        Kind::Voip => "V",
        Kind::PersonalNumber => "N",
        Kind::Pager => "G",
        Kind::Uan => "U",
        Kind::Voicemail => "O",
        Kind::Unknown => "?",
    }
}

fn unescape(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        plain.push(match c {
            '\\' => match rest.next() {
                Some('t') => '\t',
                Some('n') => '\n',
                Some('r') => '\r',
                other => other.unwrap(),
            },
            c => c,
        });
    }
    plain
}
