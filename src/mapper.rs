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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::definition::{FieldDefinition, FieldType};
    use crate::ffi::read_record;
    use crate::field::multi_select;
    use crate::phone::Region;
    use crate::policy::FieldHint;

    fn mapper(unmapped: Unmapped) -> Mapper {
        Mapper::automatic(Definitions::default(), Policy::default(), unmapped)
    }

    #[test]
    fn what_is_undefined_is_not_spoken_of() {
        let company = |flat: &str| {
            let (mapper, record) = (mapper(Unmapped::Issue), read_record(flat));
            let payload = mapper.map(&record).payload.unwrap();
            payload.company().map(|company| company.map(str::to_owned))
        };
        assert_eq!(company("{\0kfirstName\0sAda\0kcompany\0u\0}\0"), None);
        assert_eq!(company("{\0kfirstName\0sAda\0kcompany\0s\0}\0"), Some(None));
    }

    #[test]
    fn what_has_no_label_is_called_by_its_kind() {
        let (mapper, row) = (
            mapper(Unmapped::Issue),
            r#"{"firstName": "Ada", "phone":
            "+14155552671", "email": "ada@example.com"}"#,
        );
        let record = Record::from_json(row).unwrap();
        let payload = mapper.map(&record).payload.unwrap();
        assert_eq!(payload.phone_numbers().unwrap()[0].name, "phone");
        assert_eq!(payload.emails().unwrap()[0].name, "email");
    }

    #[test]
    fn what_could_not_be_read_stands_against_the_record_whatever_is_ignored() {
        let record = read_record("{\0kfirstName\0sAda\0knotes\0xgetter\0}\0");
        for unmapped in [Unmapped::Issue, Unmapped::Warning, Unmapped::Ignore] {
            let report = mapper(unmapped).map(&record).report;
            assert_eq!(report.issues.len(), 1, "{unmapped:?}");
            assert_eq!(report.issues[0].code.code(), "unreadable");
        }
    }

    #[test]
    fn a_row_of_other_columns_is_read_by_its_own() {
        let mapper = mapper(Unmapped::Issue);
        let table = mapper.table(["firstName", "company", "role"].map(str::to_owned).to_vec());
        for row in [
            r#"{"firstName": "Ada", "role": "Countess", "company": "AE"}"#,
            r#"{"role": "Countess", "firstName": "Ada"}"#,
            r#"{"firstName": "Ada", "company": "AE", "role": "Countess", "lastName": "King"}"#,
        ] {
            let row = Record::from_json(row).unwrap();
            let payload = table.map(&row).payload.unwrap();
            assert_eq!(payload.role(), Some(Some("Countess")));
            assert_eq!(table.map(&row), mapper.map(&row));
        }
    }

    #[test]
    fn so_many_options_and_no_more() {
        let definitions = Definitions::new(vec![FieldDefinition {
            key: "tags".to_owned(),
            name: "Tags".to_owned(),
            field_type: FieldType::MultiSelect,
        }]);
        let hint = FieldHint { separator: Some(";".to_owned()), ..FieldHint::default() };
        let policy = Policy { hints: vec![hint], ..Policy::default() };
        let mapper = Mapper::automatic(definitions, policy, Unmapped::Issue);
        let issues = |count: usize| {
            let tags: Vec<_> = (0..count).map(|tag| tag.to_string()).collect();
            let row = format!(r#"{{"firstName": "Ada", "tags": "{}"}}"#, tags.join(";"));
            mapper.map(&Record::from_json(&row).unwrap()).report.issues.len()
        };
        assert_eq!((issues(multi_select::MOST), issues(multi_select::MOST + 1)), (0, 1));
    }

    #[test]
    fn of_many_faults_twenty_have_suggestions() {
        let policy = Policy {
            likely_countries: ["US", "DE"]
                .iter()
                .filter_map(|code| Region::from_code(code))
                .collect(),
            ..Policy::default()
        };
        let mapper = Mapper::automatic(Definitions::default(), policy, Unmapped::Issue);
        let suggested = |row: &str| {
            let record = Record::from_json(row).unwrap();
            let issues = mapper.map(&record).report.issues;
            let with = issues.iter().filter(|issue| !issue.suggestions.is_empty());
            (with.count(), issues.len())
        };
        let columns: Vec<_> = ('a'..='y').map(|last| format!(r#""company{last}": "A""#)).collect();
        let row = format!(r#"{{"firstName": "Ada", {}}}"#, columns.join(","));
        assert_eq!(suggested(&row), (20, 25));
        let numbers: Vec<_> = (10..35).map(|last| format!(r#""41555526{last}""#)).collect();
        let row = format!(r#"{{"firstName": "Ada", "phones": [{}]}}"#, numbers.join(","));
        assert_eq!(suggested(&row), (20, 25));
    }

    #[cfg(feature = "contact")]
    mod rules {
        use super::*;

        fn compile(rules: &str) -> Result<Mapper, Vec<Diagnostic>> {
            let one = |key: &str, field_type| FieldDefinition {
                key: key.to_owned(),
                name: key.to_owned(),
                field_type,
            };
            let (note, tags) =
                (one("note", FieldType::String), one("tags", FieldType::MultiSelect));
            let definitions = Definitions::new(vec![note, tags]);
            let likely_countries = Region::from_code("US").into_iter().collect();
            let policy = Policy { likely_countries, ..Policy::default() };
            let rules = Record::from_json(rules).unwrap();
            let compiled = Mapper::compile(&rules, None, definitions, policy, Unmapped::Issue);
            compiled.map(|(mapper, _)| mapper)
        }

        /// The codes of what stands against a record, and how many suggest something.
        fn refused(rules: &str, record: &Record<'_>) -> (Vec<&'static str>, usize) {
            let mapper = compile(rules).unwrap();
            let issues = mapper.map(record).report.issues;
            let suggest = issues.iter().filter(|issue| !issue.suggestions.is_empty()).count();
            (issues.into_iter().map(|issue| issue.code.code()).collect(), suggest)
        }

        #[test]
        fn integers_and_dates_are_texts_to_directives() {
            let mapper = compile(r#"{"firstName": {"@trim": "a"}, "company": {"@trim": "b"}}"#);
            let flat = "{\0ka\0i12345678901234567890\0kb\0d2024-09-11T04:00:00.000Z\0}\0";
            let (mapper, record) = (mapper.unwrap(), read_record(flat));
            let payload = mapper.map(&record).payload.unwrap();
            assert_eq!(payload.first_name(), Some("12345678901234567890"));
            assert_eq!(payload.company(), Some(Some("2024-09-11T04:00:00.000Z")));
        }

        #[test]
        fn a_number_that_may_be_rounded_is_no_text() {
            let rules = r#"{"firstName": {"@trim": "a"}}"#;
            let record = read_record("{\0ka\0n12345678901234567000\0}\0");
            assert_eq!(refused(rules, &record).0, ["inexact_number"]);
        }

        #[test]
        fn what_the_host_left_out_stands_against_the_record() {
            let record = read_record("{\0ka\0sAda\0krest\0xsize\0}\0");
            assert_eq!(refused(r#"{"firstName": "a"}"#, &record).0, ["unreadable"]);
        }

        #[test]
        fn a_text_has_so_many_bytes_and_no_more() {
            let template = r#"{"firstName": "n", "note": {"@template": "{{a}}{{b}}"}}"#;
            let table = r#"{"firstName": "n", "note":
                {"@lookup": {"value": "a", "table": {"x": "y"}, "else": "value"}}}"#;
            let most = 1 << 16;
            for (rules, a, b, fits) in [
                (template, most, 0, true),
                (template, most - 1, 1, true),
                (template, most, 1, false),
                (template, most + 1, 0, false),
                (table, most, 0, true),
                (table, most + 1, 0, false),
            ] {
                let (a, b) = ("a".repeat(a), "b".repeat(b));
                let row = format!(r#"{{"n": "Ada", "a": "{a}", "b": "{b}"}}"#);
                let codes = refused(rules, &Record::from_json(&row).unwrap()).0;
                assert_eq!(codes, ["too_long"][usize::from(fits)..], "{} and {}", a.len(), b.len());
            }
        }

        #[test]
        fn a_column_that_each_item_reads_is_read_so_often_and_no_more() {
            let rules = r#"{"firstName": "n", "tags": {"@each": {"in": "l", "value": "$$.t"}}}"#;
            let items = vec!["0"; 1_000].join(",");
            let codes = |length: usize| {
                let text = "t".repeat(length);
                let row = format!(r#"{{"n": "Ada", "l": [{items}], "t": "{text}"}}"#);
                refused(rules, &Record::from_json(&row).unwrap()).0
            };
            assert_eq!((codes(100), codes(4_200)), (vec![], vec!["too_long"]));
        }

        #[test]
        fn of_many_faults_of_directives_twenty_have_suggestions() {
            let suggested = |rules: &str, item: fn(u32) -> String| {
                let items: Vec<_> = (10..35).map(item).collect();
                let row = format!(r#"{{"n": "Ada", "l": [{}]}}"#, items.join(","));
                let (codes, suggest) = refused(rules, &Record::from_json(&row).unwrap());
                (suggest, codes.len())
            };
            let phones = r#"{"firstName": "n", "phoneNumbers": {"@phone": "l"}}"#;
            assert_eq!(suggested(phones, |last| format!(r#""41555526{last}""#)), (20, 25));
            let table = r#"{"firstName": "n", "tags":
                {"@lookup": {"value": "l", "table": {"platinum": "P"}}}}"#;
            assert_eq!(suggested(table, |_| r#""platinun""#.to_owned()), (20, 25));
        }

        #[test]
        fn a_mapping_has_so_many_expressions_and_no_more() {
            let fed = |columns: usize| {
                let columns = vec![r#""a""#; columns].join(",");
                let rules = format!(r#"{{"firstName": {{"@first": [{columns}]}}}}"#);
                let record = Record::from_json(r#"{"a": "Ada"}"#).unwrap();
                compile(&rules).map(|mapper| mapper.map(&record).payload.is_some())
            };
            assert_eq!(fed(999), Ok(true));
            for columns in [1_000, 1_002] {
                assert_eq!(fed(columns).map_err(|diagnostics| diagnostics.len()), Err(1));
            }
        }
    }
}
