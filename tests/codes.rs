//! Every code, what it says, and that some test makes it.
//!
//! `UPDATE_EXPECT=1 cargo test --test codes` writes `codes.json`; the package's tests hold each message
//! that they see against it.

use quo_contacts::issue::{Code, Expected, Found, Unreadable};
use serde_json::{Map, Value};
use std::fmt::Write;
use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// One of each code, in the order of the declaration.
fn all() -> Vec<Code> {
    use Code::*;
    vec![
        Required,
        WrongType { expected: Expected::Text, found: Found::List },
        Unreadable { why: self::Unreadable::Getter },
        UnknownField,
        AmbiguousName { keys: vec!["a".into(), "b".into()] },
        DuplicateField,
        UnsupportedType { name: "person".into() },
        ControlCharacter,
        MalformedText,
        TooLong { max: 75 },
        NotInTable,
        UnknownCountry,
        TooManyItems { max: 1000 },
        InvalidNumber,
        AmbiguousNumber,
        InexactNumber,
        NotFinite,
        InvalidBoolean,
        InvalidDate,
        AmbiguousDate,
        UndeclaredDateFormat,
        ImpossibleDate,
        YearOutOfRange,
        UnknownOption,
        UndeclaredSeparator,
        InvalidUrl,
        ForbiddenScheme,
        InvalidEmail,
        NotAPhoneNumber,
        CountryRequired,
        UnknownCallingCode,
        PhoneTooShort,
        PhoneTooLong,
        PhoneInvalidLength,
        LocalOnly,
        PhoneNotInUse,
        ScientificNotation,
        SeveralNumbers,
        NotE164,
        ReservedSource,
        ReservedSourcePrefix { prefix: "csv" },
        InvalidUserId,
        InvisibleWithoutPhone,
        FirstNameReplaced,
        NumberToText,
        BooleanToText,
        PercentLeftOut,
        CurrencyLeftOut,
        ReadAsNegative,
        PrecisionCut,
        UtcAssumed,
        SchemeAdded,
        PercentEncoded,
        EmailUnwrapped,
        DuplicateMerged,
        ExtensionLeftOut,
        LettersConverted,
        WordLeftOut,
    ]
}

#[test]
fn every_code_is_in_the_list() {
    let source = std::fs::read_to_string(root().join("src/issue/code.rs")).unwrap();
    let names = source.split("pub fn code(&self)").nth(1).unwrap();
    let names = names.split("impl fmt::Display").next().unwrap();
    assert_eq!(names.matches("=> ").count(), all().len());
}

#[test]
fn every_code_says_one_line() {
    let path = root().join("tests/codes.json");
    let mut written = String::from("{\n");
    for code in all() {
        let message = code.to_string();
        let fits = !message.contains('\n')
            && !message.ends_with('.')
            && !message.starts_with(char::is_uppercase);
        assert!(fits || message.starts_with("E.164"), "{message}");
        let comma = if written.len() > 2 { ",\n" } else { "" };
        write!(written, "{comma}  {:?}: {}", code.code(), Value::from(message)).unwrap();
    }
    written.push_str("\n}\n");
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::write(&path, &written).unwrap();
    }
    assert_eq!(std::fs::read_to_string(&path).unwrap(), written);
}

#[test]
fn every_code_is_made_by_some_case() {
    let tests: [PathBuf; 2] =
        [root().join("tests/cases"), root().join("tests/js/node/values.test.mjs")];
    let mut text = std::fs::read_to_string(&tests[1]).unwrap();
    for entry in tests[0].read_dir().unwrap() {
        text.push_str(&std::fs::read_to_string(entry.unwrap().path()).unwrap());
    }
    let codes: Map<String, Value> =
        serde_json::from_str(&std::fs::read_to_string(root().join("tests/codes.json")).unwrap())
            .unwrap();
    let missing: Vec<_> =
        codes.keys().filter(|code| !text.contains(&format!("\"{code}\""))).collect();
    assert!(missing.is_empty(), "no case makes {missing:?}");
}

#[test]
fn every_diagnostic_is_made_by_some_case() {
    let source =
        std::fs::read_to_string(root().join("src/mapping/language/diagnostic.rs")).unwrap();
    let names = source.split("pub fn code(&self)").nth(1).unwrap();
    let names = names.split("pub fn severity").next().unwrap();
    let names: Vec<_> = names.split('"').skip(1).step_by(2).collect();
    assert!(names.len() > 15, "only {} codes were found", names.len());
    let cases = std::fs::read_to_string(root().join("tests/cases/diagnostics.json")).unwrap();
    let missing: Vec<_> =
        names.iter().filter(|name| !cases.contains(&format!("\"code\":\"{name}\""))).collect();
    assert!(missing.is_empty(), "no case makes {missing:?}");
}
