//! The fields that a mapping can feed, and their names.

use crate::definition::Definitions;
use crate::draft::{ItemList, Single};
use crate::name::{LONGEST, fold, nearest};
use crate::pieces::is_among;
use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

/// A field of a contact, or a part of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Target {
    Single(Single),
    /// One item or several, added to the list.
    Items {
        list: ItemList,
        label: Option<Cow<'static, str>>,
    },
    /// A part of one item.
    Slot {
        list: ItemList,
        index: usize,
        part: ItemPart,
    },
    /// The place of a definition.
    Custom(usize),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ItemPart {
    Value,
    Name,
}

impl ItemPart {
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Value => "value",
            Self::Name => "name",
        }
    }
}

/// What the API and its forms call the lists; the longer names first.
pub(super) const LISTS: [(&str, ItemList); 6] = [
    ("emails", ItemList::Emails),
    ("email", ItemList::Emails),
    ("phoneNumbers", ItemList::PhoneNumbers),
    ("phoneNumber", ItemList::PhoneNumbers),
    ("phones", ItemList::PhoneNumbers),
    ("phone", ItemList::PhoneNumbers),
];

/// What people call the lists in names of columns, folded; the longer words first.
const LIST_WORDS: [(&str, ItemList); 9] = [
    ("phonenumbers", ItemList::PhoneNumbers),
    ("phonenumber", ItemList::PhoneNumbers),
    ("phones", ItemList::PhoneNumbers),
    ("phone", ItemList::PhoneNumbers),
    ("telephone", ItemList::PhoneNumbers),
    ("emailaddresses", ItemList::Emails),
    ("emailaddress", ItemList::Emails),
    ("emails", ItemList::Emails),
    ("email", ItemList::Emails),
];

/// The labels of items, and what people put before `phone` or `email` to say which one.
const LABELS: [(&str, &str); 7] = [
    ("work", "work business office"),
    ("home", "home"),
    ("personal", "personal private"),
    ("mobile", "mobile cell"),
    ("main", "main"),
    ("direct", "direct"),
    ("other", "other"),
];

impl Target {
    /// The names that [`Self::of_field`] knows.
    pub(super) fn field_names() -> impl Iterator<Item = &'static str> {
        let lists = LISTS.iter().map(|(name, _)| *name);
        Single::ALL.iter().map(|field| field.name()).chain(lists)
    }

    /// The field that the API or its forms call so, to the letter.
    pub(super) fn of_field(name: &str) -> Option<Self> {
        let list = LISTS.iter().find(|(known, _)| *known == name);
        if let Some((_, list)) = list {
            return Some(Self::Items { list: *list, label: None });
        }
        Single::ALL.into_iter().find(|field| field.name() == name).map(Self::Single)
    }

    /// The field that the API or its forms call so, but for case, spaces, `_` and `-`.
    pub(super) fn of_field_folded(name: &str) -> Option<Self> {
        let folded = fold(name);
        let known = Self::field_names().find(|known| known.eq_ignore_ascii_case(&folded))?;
        Self::of_field(known)
    }

    /// The field that a column's name means by itself: `First Name`, `workPhone`, `email 2`. Names of
    /// definitions are not asked.
    pub(super) fn of_column(name: &str) -> Option<Self> {
        if let Some(target) = Self::of_field_folded(name) {
            return Some(target);
        }
        let folded = fold(name);
        if folded.len() > LONGEST {
            return None;
        }
        let end = folded.bytes().rposition(|byte| !byte.is_ascii_digit());
        let bare = folded.get(..end.map_or(0, |last| last + 1)).unwrap_or_default();
        let (list, rest) = list_in(bare)?;
        if rest.is_empty() {
            return Some(Self::Items { list, label: None });
        }
        let (label, _) = LABELS.iter().find(|(_, words)| is_among(words, rest))?;
        Some(Self::Items { list, label: Some((*label).into()) })
    }
}

/// What the API calls the field that a mapping reads out of a name, where that is another name.
#[cfg(feature = "contact")]
pub(crate) fn renamed(name: &str) -> Option<&'static str> {
    let known = match Target::of_column(name)? {
        Target::Single(field) => field.name(),
        Target::Items { list, .. } | Target::Slot { list, .. } => list.name(),
        Target::Custom(_) => return None,
    };
    (known != name).then_some(known)
}

/// The list that a folded name means, and what else the name says.
fn list_in(name: &str) -> Option<(ItemList, &str)> {
    for (word, list) in LIST_WORDS {
        if let Some(rest) = name.strip_suffix(word).or_else(|| name.strip_prefix(word)) {
            return Some((list, rest));
        }
    }
    matches!(name, "mobile" | "cell").then_some((ItemList::PhoneNumbers, name))
}

/// The fields, keys and names nearest to a word that led nowhere.
pub(super) fn suggest(word: &str, definitions: &Definitions) -> Vec<String> {
    let custom = definitions.as_slice().iter();
    let custom = custom.flat_map(|one| [one.key.as_str(), one.name.as_str()]);
    let fields = Target::field_names().map(|name| -> &str { name });
    nearest(word, &mut fields.chain(custom))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn column(name: &str, expected: Option<(ItemList, Option<&str>)>) {
        let expected = expected.map(|(list, label)| Target::Items {
            list,
            label: label.map(|label| label.to_owned().into()),
        });
        assert_eq!(Target::of_column(name), expected, "{name}");
    }

    #[test]
    fn columns_name_fields() {
        use ItemList::{Emails, PhoneNumbers};
        for field in Single::ALL {
            assert_eq!(Target::of_column(field.name()), Some(Target::Single(field)));
        }
        assert_eq!(Target::of_column("First Name"), Some(Target::Single(Single::FirstName)));
        assert_eq!(Target::of_column("source_url"), Some(Target::Single(Single::SourceUrl)));
        column("phone", Some((PhoneNumbers, None)));
        column("Phone 2", Some((PhoneNumbers, None)));
        column("phoneNumbers", Some((PhoneNumbers, None)));
        column("Work Phone", Some((PhoneNumbers, Some("work"))));
        column("phone_office", Some((PhoneNumbers, Some("work"))));
        column("mobile", Some((PhoneNumbers, Some("mobile"))));
        column("cellPhone", Some((PhoneNumbers, Some("mobile"))));
        column("E-Mail", Some((Emails, None)));
        column("personal email address", Some((Emails, Some("personal"))));
        for other in ["name", "phoneType", "emailOptIn", "headphones", "work", "fax", ""] {
            column(other, None);
        }
    }

    #[test]
    fn no_field_has_a_name_of_any_length() {
        let long = "_".repeat(4 * LONGEST - "email".len());
        column(&format!("{long}email"), Some((ItemList::Emails, None)));
        let longest = format!("email{}", "0".repeat(LONGEST - "email".len()));
        column(&longest, Some((ItemList::Emails, None)));
        for far in [format!("{long}_email"), format!("email{}", "0".repeat(LONGEST))] {
            column(&far, None);
        }
        assert_eq!(Target::of_field_folded(&format!("{long}firstName")), None);
    }
}
