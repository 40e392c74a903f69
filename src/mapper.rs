//! The whole way of one record: mapping, draft, check.

use crate::definition::Definitions;
use crate::field::wrong_type;
use crate::finding::Findings;
use crate::issue::{Expected, Report};
#[cfg(feature = "contact")]
use crate::mapping::{Context, Diagnostic};
use crate::mapping::{Header, Mapping, Reading, Unmapped};
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
/// use quo_contacts::{Definitions, FieldDefinition, FieldType, Mapper, Policy, Record, Region, Unmapped};
///
/// let definitions = Definitions::new(vec![FieldDefinition {
///     key: "lead-score".into(),
///     name: "Lead score".into(),
///     field_type: FieldType::Number,
/// }]);
/// let policy = Policy { country: Region::from_code("US"), ..Policy::default() };
/// let mapper = Mapper::automatic(definitions, policy, Unmapped::Issue);
/// let row = r#"{"firstName": "Ada", "phone": "(415) 555-2671", "Lead score": "7"}"#;
/// let row = Record::from_json(row).expect("this is JSON");
/// let verdict = mapper.map(&row);
/// let payload = verdict.payload.expect("nothing stands against it");
/// assert_eq!(payload.phone_numbers().unwrap()[0].value, "+14155552671");
/// ```
pub struct Mapper {
    pub(crate) definitions: Definitions,
    /// Knows fields by their places in these definitions, and is nothing with others.
    pub(crate) mapping: Mapping,
    pub(crate) policy: Policy,
}

impl Mapper {
    /// Reads records by their own names: those in the payload's shape, and flat ones named like the fields.
    #[must_use]
    pub fn automatic(definitions: Definitions, policy: Policy, unmapped: Unmapped) -> Self {
        let mapping = Mapping::automatic(&definitions, unmapped);
        Self { definitions, mapping, policy }
    }

    /// Reads records by the rules of the mapping language; `unmapped` is for properties of e-mails and phone numbers
    /// that no field takes, `headers` are the columns of the table, where they are known. Beside the mapper come the
    /// warnings.
    ///
    /// # Errors
    /// All diagnostics, where one of them is an error: `fristName` is no field, `Tier` is the name of two
    /// definitions, `firstName` is fed twice, `@spilt` is no directive, `@split` makes a list and the field
    /// takes one text.
    ///
    /// ```
    /// use quo_contacts::{Definitions, Mapper, Policy, Record, Unmapped};
    ///
    /// let compile = |rules: &Record<'_>| {
    ///     Mapper::compile(rules, None, Definitions::default(), Policy::default(), Unmapped::Issue)
    /// };
    /// let rules = r#"{"firstName": {"@nameGiven": "Name"}, "emails.work": "E-mail"}"#;
    /// assert!(compile(&Record::from_json(rules).expect("this is JSON")).is_ok());
    ///
    /// let rules = Record::from_json(r#"{"fristName": "Name"}"#).expect("this is JSON");
    /// let Err(diagnostics) = compile(&rules) else { panic!() };
    /// assert_eq!(diagnostics[0].suggestions, ["firstName"]);
    /// ```
    #[cfg(feature = "contact")]
    pub fn compile(
        rules: &Record<'_>,
        headers: Option<&[String]>,
        definitions: Definitions,
        policy: Policy,
        unmapped: Unmapped,
    ) -> Result<(Self, Vec<Diagnostic>), Vec<Diagnostic>> {
        let context = Context { definitions: &definitions, policy: &policy, headers };
        let (mapping, warnings) = Mapping::compile(rules, Record::ROOT, context, unmapped)?;
        Ok((Self { definitions, mapping, policy }, warnings))
    }

    /// The workspace's custom fields.
    #[must_use]
    pub fn definitions(&self) -> &Definitions {
        &self.definitions
    }

    /// Turns a record into a contact, or says everything that stands against it.
    #[must_use]
    pub fn map<'r>(&'r self, record: &'r Record<'_>) -> Verdict<'r> {
        self.map_row(&Header::default(), record)
    }

    /// A table with these columns, whose rows are read faster than other records.
    ///
    /// ```
    /// use quo_contacts::{Definitions, Mapper, Policy, Record, Unmapped};
    ///
    /// let mapper = Mapper::automatic(Definitions::default(), Policy::default(), Unmapped::Issue);
    /// let table = mapper.table(vec!["First Name".into(), "E-mail".into()]);
    /// let row = r#"{"First Name": "Ada", "E-mail": "ada@example.com"}"#;
    /// let row = Record::from_json(row).expect("this is JSON");
    /// assert_eq!(table.map(&row), mapper.map(&row));
    /// ```
    #[must_use]
    pub fn table(&self, columns: Vec<String>) -> Table<'_> {
        Table { mapper: self, header: self.header(columns) }
    }

    pub(crate) fn header(&self, columns: Vec<String>) -> Header {
        self.mapping.header(columns, &self.definitions)
    }

    pub(crate) fn map_row<'r>(&'r self, header: &Header, record: &'r Record<'_>) -> Verdict<'r> {
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

/// The rows of a table. One may have other columns; only finding their fields takes longer then.
pub struct Table<'m> {
    mapper: &'m Mapper,
    header: Header,
}

impl<'m> Table<'m> {
    /// The same as [`Mapper::map`].
    #[must_use]
    pub fn map<'r>(&self, row: &'r Record<'_>) -> Verdict<'r>
    where
        'm: 'r,
    {
        self.mapper.map_row(&self.header, row)
    }
}
