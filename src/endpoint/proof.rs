//! Payloads from hands that may have changed them, checked again, as far as it can be without definitions.

use super::v1::V1;
use crate::contact::Fields;
use crate::definition::{Definitions, FieldDefinition, FieldType};
use crate::draft::{ContactDraft, ItemList, Single};
use crate::field::{Mode, wrong_type};
use crate::finding::Findings;
use crate::issue::{Code, Expected, Remark, Report};
use crate::json::to_json;
use crate::limits::DEFAULT_SOURCE;
use crate::mapping::{Header, Mapping, Reading, Unmapped, renamed};
use crate::payload::ContactPayload;
use crate::phone::Level;
use crate::policy::{BlankFirstName, Policy};
use crate::record::{NodeId, Record, Value};
use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::string::ToString;
use alloc::vec;

/// What was proved, written down.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proved {
    /// The body of a POST.
    pub body: String,
    /// What an update would change.
    pub fields: Fields,
    /// Whose contact it is.
    pub source: String,
    /// By which it is found again.
    pub external_id: Option<String>,
}

/// Proves a whole contact. Its first name must be named; the API takes a null, but not its absence.
///
/// # Errors
/// Everything that stands against it, such as a phone number that is not E.164, or a custom value of a
/// shape that no type has.
pub fn contact(payload: &Record<'_>) -> Result<Proved, Report> {
    prove(
        payload,
        if names_first_name(payload) { BlankFirstName::Null } else { BlankFirstName::Issue },
    )
}

/// Proves parts of a contact.
///
/// # Errors
/// As [`contact`], but for the first name.
pub fn changes(parts: &Record<'_>) -> Result<Proved, Report> {
    prove(parts, BlankFirstName::Null)
}

fn prove(payload: &Record<'_>, blank_first_name: BlankFirstName) -> Result<Proved, Report> {
    let definitions = implied_definitions(payload);
    let mapping = Mapping::automatic(&definitions, Unmapped::Issue);
    let policy =
        Policy { mode: Mode::Strict, level: Level::Shape, blank_first_name, ..Policy::default() };
    let mut findings = Findings::default();
    let root = payload.value(Record::ROOT);
    if !matches!(root, Value::Object) {
        findings.issue(wrong_type(Expected::Object, root), Record::ROOT, None);
        return Err(findings.into_report(payload));
    }
    refuse_other_names(payload, &mut findings);
    let reading = Reading { definitions: &definitions, policy: &policy, tracing: false };
    let draft = mapping.apply(payload, &Header::default(), reading, &mut findings);
    let checked = ContactPayload::check(&draft, &definitions, &policy, &mut findings);
    match checked {
        Some(checked) if findings.issue_count() == 0 => Ok(Proved {
            body: to_json(&V1(&checked)),
            fields: fields(&checked, &draft),
            source: checked.source().unwrap_or(DEFAULT_SOURCE).to_owned(),
            external_id: checked.external_id().flatten().map(str::to_owned),
        }),
        Some(_) | None => Err(findings.into_report(payload)),
    }
}

/// A payload calls fields as the API does. What a mapping reads out of other names, such as `workPhone`, would stand
/// for all the numbers that a contact has.
fn refuse_other_names(payload: &Record<'_>, findings: &mut Findings) {
    let nested = payload.property(Record::ROOT, "defaultFields");
    for home in [Some(Record::ROOT), nested].into_iter().flatten() {
        for (name, node) in payload.children(home) {
            if let Some(known) = renamed(name) {
                let unknown = Remark::with(Code::UnknownField, vec![known.to_owned()]);
                findings.issue(unknown, node, None);
            }
        }
    }
}

/// What is named, and a null that was written among it.
fn fields(payload: &ContactPayload<'_>, draft: &ContactDraft<'_>) -> Fields {
    let mut fields = Fields::default();
    for single in Single::ALL {
        let value = payload.single(single).flatten();
        if draft.single(single).is_none() {
            continue;
        }
        match single {
            Single::FirstName | Single::LastName | Single::Company | Single::Role => {
                fields.set_default(single.name(), &value);
            }
            Single::ExternalId | Single::Source | Single::SourceUrl => {
                fields.set_origin(single.name(), &value);
            }
            // Who made a contact can't be changed.
            Single::CreatedByUserId => {}
        }
    }
    let lists =
        [(ItemList::Emails, payload.emails()), (ItemList::PhoneNumbers, payload.phone_numbers())];
    for (list, items) in lists {
        if let Some(items) = items {
            fields.set_default(list.name(), &items);
        }
    }
    for field in payload.custom_fields().unwrap_or_default() {
        fields.set_custom(field.key, &field.value);
    }
    fields
}

/// Whether the key is there.
fn names_first_name(payload: &Record<'_>) -> bool {
    let fields = payload.property(Record::ROOT, "defaultFields").unwrap_or(Record::ROOT);
    payload.property(fields, "firstName").is_some()
}

/// The definitions that the custom values of a payload speak for.
fn implied_definitions(payload: &Record<'_>) -> Definitions {
    let Some(list) = payload.property(Record::ROOT, "customFields") else {
        return Definitions::default();
    };
    let implied = |item: NodeId| {
        let Value::Text(key) = payload.value(payload.property(item, "key")?) else { return None };
        let field_type = match payload.value(payload.property(item, "value")?) {
            Value::Boolean(_) => FieldType::Boolean,
            Value::Number(_) | Value::NumberText(_) | Value::NotFinite => FieldType::Number,
            Value::List => FieldType::MultiSelect,
            Value::Null
            | Value::Undefined
            | Value::Text(_)
            | Value::MalformedText(_)
            | Value::Date(_)
            | Value::Object
            | Value::Foreign(_)
            | Value::Unreadable(_) => FieldType::String,
        };
        Some(FieldDefinition { key: key.to_string(), name: key.to_string(), field_type })
    };
    Definitions::new(payload.children(list).filter_map(|(_, item)| implied(item)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::issue::Path;

    fn named(parts: &str) -> String {
        changes(&Record::from_json(parts).unwrap()).unwrap().fields.body()
    }

    #[test]
    fn only_what_is_written_is_named() {
        for (parts, body) in [
            ("{}", r#"{"defaultFields":{}}"#),
            (r#"{"company":"ACME"}"#, r#"{"defaultFields":{"company":"ACME"}}"#),
            (
                r#"{"defaultFields":{"firstName":null,"lastName":"L"}}"#,
                r#"{"defaultFields":{"firstName":null,"lastName":"L"}}"#,
            ),
            (
                r#"{"customFields":[{"key":"a","value":null},{"key":"b","value":0.10}]}"#,
                r#"{"defaultFields":{},"customFields":[{"key":"a","value":null},{"key":"b","value":0.1}]}"#,
            ),
            (
                r#"{"externalId":null,"sourceUrl":null,"source":"web","createdByUserId":"US1"}"#,
                r#"{"defaultFields":{},"externalId":null,"source":"web","sourceUrl":null}"#,
            ),
        ] {
            assert_eq!(named(parts), body, "{parts}");
        }
    }

    #[test]
    fn a_list_that_is_named_holds_all_of_it() {
        let list = |parts: &str| {
            let parts = format!(r#"{{"defaultFields":{parts}}}"#);
            let proved = changes(&Record::from_json(&parts).unwrap()).unwrap();
            ["emails", "phoneNumbers"].map(|name| proved.fields.names(name))
        };
        assert_eq!(list("{}"), [false, false]);
        assert_eq!(list(r#"{"emails":[]}"#), [true, false]);
        assert_eq!(list(r#"{"phoneNumbers":null}"#), [false, true]);
        assert_eq!(list(r#"{"emails":[{"name":"a","value":null}]}"#), [true, false]);
    }

    #[test]
    fn a_number_that_nobody_has_may_be_sent() {
        for number in ["+15550000000", "+4912"] {
            let parts = format!(r#"{{"phoneNumbers":[{{"name":"p","value":"{number}"}}]}}"#);
            assert!(named(&parts).contains(number), "{number}");
        }
    }

    #[test]
    fn fields_have_the_names_of_the_api() {
        for name in ["workPhone", "mobile", "phone", "phones", "E-Mail", "email", "First Name"] {
            for (json, path) in [
                (format!(r#"{{"{name}":"","company":"A"}}"#), name.to_owned()),
                (
                    format!(r#"{{"defaultFields":{{"{name}":["+14155552671"]}}}}"#),
                    format!("defaultFields.{name}"),
                ),
            ] {
                let report = changes(&Record::from_json(&json).unwrap()).unwrap_err();
                let issue = report.issues.first().unwrap();
                assert_eq!(issue.code, Code::UnknownField, "{json}");
                assert_eq!(issue.suggestions.len(), 1);
                let path: Vec<_> = path.split('.').collect();
                assert_eq!(issue.path, Path::of(&path));
            }
        }
    }

    #[test]
    fn whose_contact_it_is() {
        let proved = |json: &str| contact(&Record::from_json(json).unwrap()).unwrap();
        let named = proved(r#"{"firstName":"A","source":"web","externalId":"7"}"#);
        assert_eq!((named.source.as_str(), named.external_id.as_deref()), ("web", Some("7")));
        let unnamed = proved(r#"{"firstName":"A"}"#);
        assert_eq!((unnamed.source.as_str(), unnamed.external_id), ("public-api", None));
        assert!(contact(&Record::from_json(r#"{"company":"A"}"#).unwrap()).is_err());
    }
}
