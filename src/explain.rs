//! Where each value of a payload came from, and what was done to it on the way.

use crate::draft::{ContactDraft, DraftItem, DraftValue, ItemList, Label, Single};
use crate::finding::Findings;
use crate::issue::{Code, Issue, Path};
use crate::json::{Json, to_json};
use crate::mapper::{Mapper, Verdict};
use crate::mapping::{Header, Reading, custom_target};
use crate::payload::ContactPayload;
use crate::record::{NodeId, Record};
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::string::ToString;
use alloc::vec;
use alloc::vec::Vec;

/// One value of a payload, or one that has none because something stands against it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct Explanation {
    /// Where in the payload; a custom value by its definition's key.
    #[cfg_attr(feature = "wasm", tsify(type = "(string | number)[]"))]
    pub target: Path,
    /// What stands there, as JSON text.
    #[cfg_attr(
        feature = "wasm",
        tsify(optional, type = "string | number | boolean | string[] | null")
    )]
    pub value: Option<String>,
    /// Where it came from in the record; empty for what stands in the mapping itself.
    #[cfg_attr(feature = "wasm", tsify(type = "(string | number)[][]"))]
    pub sources: Vec<Path>,
    /// What was done to it: the directives of the mapping, and the codes of warnings.
    #[cfg_attr(feature = "wasm", tsify(type = "string[]"))]
    pub steps: Vec<&'static str>,
}

impl Mapper {
    /// The verdict on a record, and how each value came to be, in the order of the payload.
    ///
    /// ```
    /// use quo_contacts::{Definitions, Mapper, Policy, Record, Unmapped};
    ///
    /// let mapper = Mapper::automatic(Definitions::default(), Policy::default(), Unmapped::Issue);
    /// let record = Record::from_json(r#"{"First Name": "Ada"}"#).expect("this is JSON");
    /// let (_, fields) = mapper.explain(&record);
    /// assert_eq!(fields[0].target.to_string(), "defaultFields.firstName");
    /// assert_eq!(fields[0].sources[0].to_string(), "First Name");
    /// ```
    #[must_use]
    pub fn explain<'r>(&'r self, record: &'r Record<'_>) -> (Verdict<'r>, Vec<Explanation>) {
        let verdict = self.map(record);
        let reading =
            Reading { definitions: &self.definitions, policy: &self.policy, tracing: true };
        let draft =
            self.mapping.apply(record, &Header::default(), reading, &mut Findings::default());
        let warnings = verdict.report.warnings.iter();
        let warned = grouped(warnings.filter_map(|one| Some((one.target.as_ref()?, one))));
        let explainer = Explainer { record, verdict: &verdict, warned };
        let mut fields = explainer.singles(&draft, &Single::ALL[..4]);
        fields.extend(
            [ItemList::Emails, ItemList::PhoneNumbers]
                .into_iter()
                .flat_map(|list| explainer.items(draft.items(list).unwrap_or_default(), list)),
        );
        for (place, fed) in draft.custom.iter().enumerate() {
            let Some(definition) = self.definitions.as_slice().get(fed.definition) else {
                continue;
            };
            let custom =
                explainer.payload().and_then(|payload| payload.custom_fields()?.get(place));
            let value = custom.map(|custom| &custom.value as &dyn Json);
            fields.push(explainer.explained(custom_target(definition), value, &fed.value));
        }
        fields.extend(explainer.singles(&draft, &Single::ALL[4..]));
        (verdict, fields)
    }
}

/// Warnings by a path.
fn grouped<'e>(
    warnings: impl Iterator<Item = (&'e Path, &'e Issue)>,
) -> BTreeMap<String, Vec<&'e Issue>> {
    let mut grouped: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for (path, warning) in warnings {
        grouped.entry(path.to_string()).or_default().push(warning);
    }
    grouped
}

struct Explainer<'e, 'r> {
    record: &'e Record<'e>,
    verdict: &'e Verdict<'r>,
    /// The warnings by the target that they are about.
    warned: BTreeMap<String, Vec<&'e Issue>>,
}

impl<'e, 'r> Explainer<'e, 'r> {
    fn warnings(&self, target: &Path) -> &[&'e Issue] {
        self.warned.get(&target.to_string()).map_or(&[], Vec::as_slice)
    }

    fn payload(&self) -> Option<&ContactPayload<'r>> {
        self.verdict.payload.as_ref()
    }

    fn singles(&self, draft: &ContactDraft<'_>, fields: &[Single]) -> Vec<Explanation> {
        let fed = fields.iter().filter_map(|field| Some((field, draft.single(*field)?)));
        fed.map(|(field, value)| {
            let text = self.payload().and_then(|payload| payload.single(*field));
            let json = text.as_ref().map(|text| text as &dyn Json);
            self.explained(field.target(), json, value)
        })
        .collect()
    }

    /// Items that were merged into others have no place in the payload, and no line here.
    fn items(&self, items: &[DraftItem<'_>], list: ItemList) -> Vec<Explanation> {
        let in_payload = self.payload().and_then(|payload| match list {
            ItemList::Emails => payload.emails(),
            ItemList::PhoneNumbers => payload.phone_numbers(),
        });
        let mut explained = Vec::new();
        for (place, DraftItem { label, value }) in self.kept(items, list).into_iter().enumerate() {
            let item = in_payload.and_then(|items| items.get(place));
            if let Label::Given(name) = label {
                let json = item.map(|item| &item.name as &dyn Json);
                explained.push(self.told(list.target(place, "name"), json, name, true));
            }
            let json = item.map(|item| &item.value as &dyn Json);
            explained.push(self.told(list.target(place, "value"), json, value, true));
        }
        explained
    }

    /// The items that were not merged: of those from one place of the record, the first.
    fn kept<'d, 'v>(&self, items: &'d [DraftItem<'v>], list: ItemList) -> Vec<&'d DraftItem<'v>> {
        let merged = (0..items.len())
            .flat_map(|place| self.warnings(&list.target(place, "value")))
            .filter(|warning| warning.code == Code::DuplicateMerged);
        let mut merged = grouped(merged.map(|warning| (&warning.path, *warning)));
        let mut kept: Vec<_> = items.iter().rev().collect();
        kept.retain(|item| {
            let path = self.record.path(item.value.origin);
            merged.get_mut(&path.to_string()).and_then(Vec::pop).is_none()
        });
        kept.reverse();
        kept
    }

    fn explained(
        &self,
        target: Path,
        value: Option<&dyn Json>,
        fed: &DraftValue<'_>,
    ) -> Explanation {
        self.told(target, value, fed, false)
    }

    /// Of an item, warnings may also be about another that was merged into it.
    fn told(
        &self,
        target: Path,
        value: Option<&dyn Json>,
        fed: &DraftValue<'_>,
        is_item: bool,
    ) -> Explanation {
        let trace = fed.trace.as_deref();
        let path = |node: &NodeId| self.record.path(*node);
        let sources = match trace {
            Some(trace) if !trace.sources.is_empty() => trace.sources.iter().map(path).collect(),
            _ if fed.origin == Record::ROOT => Vec::new(),
            _ => vec![path(&fed.origin)],
        };
        let mut steps = trace.map(|trace| trace.steps.clone()).unwrap_or_default();
        let origin = self.record.path(fed.origin);
        for warning in self.warnings(&target) {
            let others = warning.path != origin || warning.code == Code::DuplicateMerged;
            let code = warning.code.code();
            if !(is_item && others || steps.contains(&code)) {
                steps.push(code);
            }
        }
        Explanation { target, value: value.map(to_json), sources, steps }
    }
}
