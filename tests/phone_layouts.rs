//! Display formats and formatting while typing against libphonenumber itself, byte for byte: what its
//! Python port shows (`tests/oracle/layouts.py`), at the same metadata.

#![cfg(feature = "phone-format")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a broken file of cases shall stop the test")]

use quo_contacts::phone::{AsYouType, Level, Region, Style, format, parse, phone_state, strict};

/// 6,000 cases; `cargo xtask phone-oracle sample` makes them anew.
const SAMPLE: &str = include_str!("oracle/layouts.tsv");

#[test]
fn the_sample_agrees() {
    assert_eq!(differences(SAMPLE), [""; 0]);
}

/// The cases of the file that `PHONE_ORACLE_LAYOUTS` names.
#[test]
#[ignore = "`cargo xtask phone-oracle` runs it"]
fn the_given_cases_agree() {
    let file = std::fs::read_to_string(std::env::var("PHONE_ORACLE_LAYOUTS").unwrap()).unwrap();
    let differences = differences(&file);
    println!("{} cases, {} differences", file.lines().count() - 1, differences.len());
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}

#[test]
fn no_beginning_of_a_valid_number_is_an_issue() {
    for line in SAMPLE.lines().skip(1) {
        let columns: Vec<&str> = line.split('\t').collect();
        let (number, country) = match *columns {
            ["F", number, ..] => (number, None),
            ["T", country, text, _] => (text, Region::from_code(country)),
            _ => panic!("not a case: {line}"),
        };
        let is_digits = number.chars().all(|c| c.is_ascii_digit() || c == '+');
        if is_digits && parse(number, country, Level::Valid).is_ok() {
            for (end, _) in number.char_indices() {
                let state = phone_state(number.get(..end).unwrap(), country);
                assert_eq!(state.reason, None, "{number} up to {end}, {country:?}");
            }
        }
    }
}

fn differences(file: &str) -> Vec<String> {
    let (first, rest) = file.split_once('\n').unwrap();
    let version = format!("# phonenumbers {},", strict::VERSION);
    assert!(first.starts_with(&version), "made with other metadata: {first}");
    let check = |line: &str| {
        let (asked, expected, actual) = match *line.split('\t').collect::<Vec<_>>() {
            ["F", e164, national, international, uri] => {
                let styles = [Style::National, Style::International, Style::Rfc3966];
                let actual = styles.map(|style| format(e164, None, style).unwrap_or_default());
                (e164.to_owned(), [national, international, uri].join("\t"), actual.join("\t"))
            }
            ["T", country, text, shown] => {
                let mut typing = AsYouType::new(Region::from_code(country));
                let actual: Vec<String> =
                    text.chars().map(|c| typing.input(c).to_owned()).collect();
                ([country, text].join(" "), shown.to_owned(), actual.join("|"))
            }
            _ => panic!("not a case: {line}"),
        };
        (actual != expected)
            .then(|| format!("{asked}\n    expected {expected}\n    actual   {actual}"))
    };
    rest.lines().filter_map(check).collect()
}
