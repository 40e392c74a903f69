//! The whole way of one record: mapping, draft, check.

use crate::definition::Definitions;
use crate::field::wrong_type;
use crate::finding::Findings;
use crate::issue::{Expected, Report};
use crate::mapping::{Header, Mapping, Reading};
use crate::payload::ContactPayload;
use crate::policy::Policy;
use crate::record::{Record, Value};
use alloc::string::String;
use alloc::vec::Vec;

/// What became of a record: the payload if nothing stands against it, and the report in any case.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict<'r> {
    /// The contact; there is one exactly if the report has no issues.
    pub payload: Option<ContactPayload<'r>>,
    /// What stands against the record, and what the caller may want to know.
    pub report: Report,
}

/// Turns records into contacts, by one mapping and one policy.
///
/// ```
/// use quo_contacts::definition::{Definitions, FieldDefinition, FieldType};
/// use quo_contacts::mapper::Mapper;
/// use quo_contacts::mapping::{Mapping, Unmapped};
/// use quo_contacts::phone::Region;
/// use quo_contacts::policy::Policy;
/// use quo_contacts::record::Record;
///
/// let definitions = Definitions::new(vec![FieldDefinition {
///     key: "lead-score".into(),
///     name: "Lead score".into(),
///     field_type: FieldType::Number,
/// }]);
/// let mapper = Mapper {
///     mapping: Mapping::automatic(&definitions, Unmapped::Issue),
///     definitions,
///     policy: Policy { country: Region::from_code("US"), ..Policy::default() },
/// };
/// let row = r#"{"firstName": "Ada", "phone": "(415) 555-2671", "Lead score": "7"}"#;
/// let row = Record::from_json(row).expect("this is JSON");
/// let verdict = mapper.map(&row);
/// let payload = verdict.payload.expect("nothing stands against it");
/// assert_eq!(payload.phone_numbers().unwrap()[0].value, "+14155552671");
/// ```
pub struct Mapper {
    /// The workspace's custom fields.
    pub definitions: Definitions,
    /// Which part of a record feeds which field.
    pub mapping: Mapping,
    /// By which rules values are read.
    pub policy: Policy,
}

impl Mapper {
    /// Turns a record into a contact, or says everything that stands against it.
    #[must_use]
    pub fn map<'r>(&'r self, record: &'r Record<'_>) -> Verdict<'r> {
        self.map_row(&Header::default(), record)
    }

    /// Finds the fields that the columns of a table feed, for [`Self::map_row`].
    #[must_use]
    pub fn header(&self, names: Vec<String>) -> Header {
        self.mapping.header(names, &self.definitions)
    }

    /// The same as [`Self::map`], and faster for a record whose columns are those of the header.
    #[must_use]
    pub fn map_row<'r>(&'r self, header: &Header, record: &'r Record<'_>) -> Verdict<'r> {
        let Self { definitions, mapping, policy } = self;
        let mut findings = Findings::default();
        let root = record.value(Record::ROOT);
        if !matches!(root, Value::Object) {
            findings.issue(wrong_type(Expected::Object, root), Record::ROOT, None);
            return Verdict { payload: None, report: findings.into_report(record) };
        }
        let reading = Reading { definitions, policy, tracing: false };
        let draft = mapping.apply(record, header, reading, &mut findings);
        let payload = ContactPayload::check(&draft, definitions, policy, &mut findings);
        let payload = payload.filter(|_| findings.issue_count() == 0);
        Verdict { payload, report: findings.into_report(record) }
    }
}
