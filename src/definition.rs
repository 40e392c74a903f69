//! The workspace's custom fields, as the API describes them.
//!
//! A definition says which type of value a key takes. This room finds definitions; what a value of a type
//! is, the rooms under `field` know. Source: `GET /v1/contact-custom-fields`.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use crate::name::{Index, fold};

/// What a custom field holds.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum FieldType {
    /// One text.
    Address,
    /// A boolean.
    Boolean,
    /// A moment.
    Date,
    /// Several texts.
    MultiSelect,
    /// A finite number.
    Number,
    /// One text.
    String,
    /// A web address.
    Url,
    /// A type that this version does not know.
    Unknown(String),
}

impl FieldType {
    /// Reads the API's word; an unknown one is kept.
    #[must_use]
    pub fn from_word(word: &str) -> Self {
        match word {
            "address" => Self::Address,
            "boolean" => Self::Boolean,
            "date" => Self::Date,
            "multi-select" => Self::MultiSelect,
            "number" => Self::Number,
            "string" => Self::String,
            "url" => Self::Url,
            other => Self::Unknown(other.to_owned()),
        }
    }

    /// The API's word.
    #[must_use]
    pub fn word(&self) -> &str {
        match self {
            Self::Address => "address",
            Self::Boolean => "boolean",
            Self::Date => "date",
            Self::MultiSelect => "multi-select",
            Self::Number => "number",
            Self::String => "string",
            Self::Url => "url",
            Self::Unknown(word) => word,
        }
    }
}

impl fmt::Display for FieldType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

/// One custom field of the workspace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldDefinition {
    /// What the API calls it. It is opaque, and survives a change of the name.
    pub key: String,
    /// What people call it. Two definitions may share a name.
    pub name: String,
    /// What it holds.
    pub field_type: FieldType,
}

/// What a key or a name leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lookup {
    /// The place of one definition in [`Definitions::as_slice`].
    One(usize),
    /// Several definitions share the name; these are their keys.
    Several(Vec<String>),
    /// None has this key or name.
    None,
}

/// The custom fields of a workspace, found by key and by name.
#[derive(Clone, Debug, Default)]
pub struct Definitions {
    list: Vec<FieldDefinition>,
    by_key: Index,
    /// By the folded name.
    by_name: Index,
}

impl Definitions {
    /// Of two definitions with the same key the first counts.
    #[must_use]
    pub fn new(list: Vec<FieldDefinition>) -> Self {
        let by_key = list.iter().map(|one| one.key.clone()).collect();
        let by_name = list.iter().map(|one| fold(&one.name)).collect();
        Self { list, by_key, by_name }
    }

    /// All of them, as they came.
    #[must_use]
    pub fn as_slice(&self) -> &[FieldDefinition] {
        &self.list
    }

    /// The definition with this key, to the letter.
    #[must_use]
    pub fn by_key(&self, key: &str) -> Option<usize> {
        self.by_key.places(key).next()
    }

    /// The definition with this key, else the one with this name, to the letter.
    #[must_use]
    pub fn exactly(&self, key_or_name: &str) -> Lookup {
        if let Some(place) = self.by_key(key_or_name) {
            return Lookup::One(place);
        }
        let is_named =
            |place: &usize| self.list.get(*place).is_some_and(|one| one.name == key_or_name);
        self.lookup(&mut self.folded(key_or_name).filter(is_named))
    }

    /// The definition with this key, else the one with this name. Case, spaces, `_` and `-` of a name
    /// don't matter, unless only they tell two names apart.
    #[must_use]
    pub fn find(&self, key_or_name: &str) -> Lookup {
        match self.exactly(key_or_name) {
            Lookup::None => self.lookup(&mut self.folded(key_or_name)),
            found @ (Lookup::One(_) | Lookup::Several(_)) => found,
        }
    }

    /// The places of the definitions whose names are the same but for case and the like, and whose keys no
    /// definition before them has.
    fn folded(&self, name: &str) -> impl Iterator<Item = usize> {
        let counts = |place: &usize| {
            self.list.get(*place).is_some_and(|one| self.by_key(&one.key) == Some(*place))
        };
        self.by_name.places(&fold(name)).filter(counts)
    }

    fn lookup(&self, places: &mut dyn Iterator<Item = usize>) -> Lookup {
        let Some(one) = places.next() else { return Lookup::None };
        let Some(other) = places.next() else { return Lookup::One(one) };
        let mut keys = Vec::new();
        let mut add = |place: usize| keys.extend(self.list.get(place).map(|one| one.key.clone()));
        add(one);
        add(other);
        places.for_each(add);
        Lookup::Several(keys)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn definitions(rows: &[(&str, &str, &str)]) -> Definitions {
        let rows = rows.iter().map(|(key, name, word)| FieldDefinition {
            key: (*key).to_owned(),
            name: (*name).to_owned(),
            field_type: FieldType::from_word(word),
        });
        Definitions::new(rows.collect())
    }

    #[test]
    fn a_key_wins_over_a_name() {
        let definitions =
            definitions(&[("score", "Lead Score", "number"), ("77", "score", "string")]);
        assert_eq!(definitions.find("score"), Lookup::One(0));
        assert_eq!(definitions.find("lead_score"), Lookup::One(0));
        assert_eq!(definitions.find("Score"), Lookup::One(1));
        assert_eq!(definitions.find("other"), Lookup::None);
    }

    #[test]
    fn a_shared_name_leads_to_the_keys() {
        let definitions = definitions(&[
            ("a", "Tier", "string"),
            ("b", "Tier", "multi-select"),
            ("c", "tier", "string"),
        ]);
        assert_eq!(definitions.find("Tier"), Lookup::Several(vec!["a".into(), "b".into()]));
        assert_eq!(definitions.find("tier"), Lookup::One(2));
        assert_eq!(
            definitions.find("TIER"),
            Lookup::Several(vec!["a".into(), "b".into(), "c".into()])
        );
    }

    #[test]
    fn an_unknown_type_is_kept() {
        assert_eq!(FieldType::from_word("person").word(), "person");
        for word in ["address", "boolean", "date", "multi-select", "number", "string", "url"] {
            let known = FieldType::from_word(word);
            assert!(!matches!(known, FieldType::Unknown(_)), "{word}");
            assert_eq!(known.word(), word);
        }
    }

    #[test]
    fn of_two_definitions_with_one_key_the_first_counts() {
        let definitions = definitions(&[("k", "One", "string"), ("k", "Two", "number")]);
        assert_eq!(definitions.find("k"), Lookup::One(0));
        assert_eq!(definitions.find("Two"), Lookup::None);
    }
}
