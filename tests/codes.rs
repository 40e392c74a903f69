//! Every code, what it says and carries, and that some test makes it.
//!
//! `UPDATE_EXPECT=1 cargo test --test codes` writes `codes.json`, a row for each code and for each of its
//! variants; the package's tests hold the texts of all languages against it.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic")]

use quo_contacts::ffi::Error;
use quo_contacts::issue::{Code, Expected, Found, Issue, Report, Unreadable};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// What a field can take.
const EXPECTED: [Expected; 8] = [
    Expected::Text,
    Expected::Number,
    Expected::Boolean,
    Expected::Date,
    Expected::TextList,
    Expected::Scalar,
    Expected::List,
    Expected::Object,
];

/// Why a part of a record can't be read.
const UNREADABLE: [Unreadable; 3] = [Unreadable::Getter, Unreadable::Depth, Unreadable::Size];

/// One of each code and of each variant, in the order of the declaration.
fn all() -> Vec<Code> {
    use Code::*;
    let wrong_types = EXPECTED.map(|expected| WrongType { expected, found: Found::Foreign });
    let unreadable = UNREADABLE.map(|why| Unreadable { why });
    let rest = vec![
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
    ];
    [vec![Required], wrong_types.to_vec(), unreadable.to_vec(), rest].concat()
}

/// What `params` says of a code.
fn params(code: &Code) -> Value {
    let (path, target, suggestions) = Default::default();
    let issue = Issue { code: code.clone(), path, target, suggestions };
    let report = Report { issues: vec![issue], warnings: Vec::new() };
    let details = Error::InvalidPayload(report).details().unwrap();
    let details: Value = serde_json::from_str(&details).unwrap();
    details["issues"][0]["params"].clone()
}

#[test]
fn every_code_is_in_the_list() {
    let source = std::fs::read_to_string(root().join("src/issue/code.rs")).unwrap();
    let names = source.split("pub fn code(&self)").nth(1).unwrap();
    let names = names.split("impl fmt::Display").next().unwrap();
    let codes: BTreeSet<_> = all().iter().map(Code::code).collect();
    assert_eq!(names.matches("=> ").count(), codes.len());
    let source = std::fs::read_to_string(root().join("src/issue/shape.rs")).unwrap();
    let variants = |name: &str| {
        let body = source.split(&format!("impl {name} {{")).nth(1).unwrap();
        body.split("\n}").next().unwrap().matches("=> ").count()
    };
    assert_eq!(variants("Expected"), EXPECTED.len());
    assert_eq!(variants("Unreadable"), UNREADABLE.len());
}

#[test]
fn every_code_says_one_line() {
    let path = root().join("tests/codes.json");
    let mut written = String::from("[\n");
    for code in all() {
        let message = code.to_string();
        let fits = !message.contains('\n')
            && !message.ends_with('.')
            && !message.starts_with(char::is_uppercase);
        assert!(fits, "{message}");
        let comma = if written.len() > 2 { ",\n" } else { "" };
        let (name, message) = (code.code(), Value::from(message));
        let row = format!(r#"{{"code":"{name}","params":{},"message":{message}}}"#, params(&code));
        write!(written, "{comma}  {row}").unwrap();
    }
    written.push_str("\n]\n");
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
    let codes = all();
    let names = codes.iter().map(Code::code);
    let missing: Vec<_> = names.filter(|code| !text.contains(&format!("\"{code}\""))).collect();
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
