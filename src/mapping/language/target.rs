//! The targets of a mapping, as it writes them: `firstName`, `emails.work`, `phoneNumbers[0].name`, `customFields.tier`.

use super::diagnostic::DiagnosticCode;
use crate::definition::{Definitions, Lookup};
use crate::mapping::target::{ItemPart, LISTS, Target, suggest};
use crate::record::trim;
use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

/// A diagnostic whose place is not known yet.
pub(super) struct Fault {
    pub(super) code: DiagnosticCode,
    pub(super) suggestions: Vec<String>,
}

impl From<DiagnosticCode> for Fault {
    fn from(code: DiagnosticCode) -> Self {
        Self { code, suggestions: Vec::new() }
    }
}

impl Target {
    /// The field that a mapping's target names: `firstName`, `phoneNumbers.work`, `emails[0].value`,
    /// `customFields.lead-score`, or a definition's key or name alone.
    pub(super) fn find(name: &str, definitions: &Definitions) -> Result<Self, Fault> {
        if let Some(custom) = name.strip_prefix("customFields.") {
            return Self::custom(custom, definitions);
        }
        let bare = name.strip_prefix("defaultFields.").unwrap_or(name);
        if let Some(target) = Self::in_list(bare) {
            return Ok(target);
        }
        if let Some(definition) = definitions.by_key(name)
            && Self::of_field(bare).is_none()
        {
            return Ok(Self::Custom(definition));
        }
        if let Some(target) = Self::of_field_folded(bare) {
            return Ok(target);
        }
        match (definitions.exactly(name), Self::of_column(bare)) {
            (Lookup::None, Some(target)) => Ok(target),
            _ => Self::custom(name, definitions),
        }
    }

    pub(super) fn custom(name: &str, definitions: &Definitions) -> Result<Self, Fault> {
        match definitions.find(name) {
            Lookup::One(definition) => Ok(Self::Custom(definition)),
            Lookup::Several(keys) => Err(DiagnosticCode::AmbiguousTarget { keys }.into()),
            Lookup::None => {
                let suggestions = suggest(name, definitions);
                Err(Fault { code: DiagnosticCode::UnknownTarget, suggestions })
            }
        }
    }

    /// `emails.work`, `emails[0]`, `emails[0].name`.
    fn in_list(name: &str) -> Option<Self> {
        let (list, rest) =
            LISTS.iter().find_map(|(word, list)| Some((*list, name.strip_prefix(word)?)))?;
        if let Some(label) = rest.strip_prefix('.').map(trim) {
            // `emails.0.value` is a path, not a label.
            let path = label.starts_with(|c: char| c.is_ascii_digit())
                || matches!(label, "value" | "name");
            if path || label.is_empty() || label.contains(char::is_control) {
                return None;
            }
            return Some(Self::Items { list, label: Some(label.to_owned().into()) });
        }
        let (index, part) = rest.strip_prefix('[')?.split_once(']')?;
        let digits = !index.is_empty() && index.bytes().all(|b| b.is_ascii_digit());
        let index = index.parse().ok().filter(|_| digits)?;
        let part = match part {
            "" | ".value" => ItemPart::Value,
            ".name" => ItemPart::Name,
            _ => return None,
        };
        Some(Self::Slot { list, index, part })
    }

    /// Whether two targets can't both be fed. Lists take any number of sources.
    pub(super) fn collides(&self, other: &Self) -> bool {
        !matches!(self, Self::Items { .. }) && self == other
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::{ItemList, Single};

    #[test]
    fn targets_name_parts() {
        let find = |name: &str| Target::find(name, &Definitions::default()).ok();
        let list = ItemList::PhoneNumbers;
        assert_eq!(find("defaultFields.role"), Some(Target::Single(Single::Role)));
        let work = Target::Items { list, label: Some("work".into()) };
        assert_eq!(find("phoneNumbers.work"), Some(work));
        let slot = |index, part| Some(Target::Slot { list, index, part });
        assert_eq!(find("phoneNumbers[1]"), slot(1, ItemPart::Value));
        assert_eq!(find("phoneNumbers[1].name"), slot(1, ItemPart::Name));
        assert_eq!(find("phoneNumbers[1].x"), None);
        assert_eq!(find("customFields.firstName"), None);
    }
}
