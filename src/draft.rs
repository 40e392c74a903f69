//! A contact with nothing proved: target-shaped, its values as the host typed them, each with the place
//! in the record that it came from.
//!
//! The mapping fills a draft, the payload's check reads it. What the draft holds is never changed here.

use crate::finding::Origin;
use crate::issue::{Path, Segment};
use crate::record::{NodeId, Record, Value};
use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::vec;
use alloc::vec::Vec;

/// A field that takes one value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Single {
    /// `defaultFields.firstName`
    FirstName,
    /// `defaultFields.lastName`
    LastName,
    /// `defaultFields.company`
    Company,
    /// `defaultFields.role`
    Role,
    /// `createdByUserId`
    CreatedByUserId,
    /// `source`
    Source,
    /// `sourceUrl`
    SourceUrl,
    /// `externalId`
    ExternalId,
}

impl Single {
    /// All of them, in the payload's order.
    pub const ALL: [Self; 8] = [
        Self::FirstName,
        Self::LastName,
        Self::Company,
        Self::Role,
        Self::CreatedByUserId,
        Self::Source,
        Self::SourceUrl,
        Self::ExternalId,
    ];

    /// The API's name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::FirstName => "firstName",
            Self::LastName => "lastName",
            Self::Company => "company",
            Self::Role => "role",
            Self::ExternalId => "externalId",
            Self::Source => "source",
            Self::SourceUrl => "sourceUrl",
            Self::CreatedByUserId => "createdByUserId",
        }
    }

    /// Whether null is a value of it. Source: the request schema of `createContact_v1`.
    #[must_use]
    pub fn may_be_null(self) -> bool {
        match self {
            Self::FirstName | Self::LastName | Self::Company | Self::Role | Self::ExternalId => {
                true
            }
            Self::Source | Self::SourceUrl | Self::CreatedByUserId => false,
        }
    }

    /// Where it stands in the payload.
    #[must_use]
    pub fn target(self) -> Path {
        match self {
            Self::FirstName | Self::LastName | Self::Company | Self::Role => {
                Path::of(&["defaultFields", self.name()])
            }
            Self::ExternalId | Self::Source | Self::SourceUrl | Self::CreatedByUserId => {
                Path::of(&[self.name()])
            }
        }
    }
}

/// A field that takes labelled items.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ItemList {
    /// `defaultFields.emails`
    Emails,
    /// `defaultFields.phoneNumbers`
    PhoneNumbers,
}

impl ItemList {
    /// The API's name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Emails => "emails",
            Self::PhoneNumbers => "phoneNumbers",
        }
    }

    /// The label of an item whose source gives none.
    #[must_use]
    pub fn default_label(self) -> &'static str {
        match self {
            Self::Emails => "email",
            Self::PhoneNumbers => "phone",
        }
    }

    /// Where a part of an item stands in the payload.
    #[must_use]
    pub fn target(self, index: usize, part: &str) -> Path {
        Path(vec!["defaultFields".into(), self.name().into(), Segment::Index(index), part.into()])
    }
}

/// A value and its place.
#[derive(Clone, Debug)]
pub struct DraftValue<'r> {
    /// Where it came from.
    pub origin: NodeId,
    /// What it is.
    pub content: Content<'r>,
    /// Where else it came from and what was done to it, where somebody asks.
    pub trace: Option<Box<Trace>>,
}

/// How a value came to be.
#[derive(Clone, Debug, Default)]
pub struct Trace {
    /// The places of the record that it was made of.
    pub sources: Vec<NodeId>,
    /// The directives that made it, in their order.
    pub steps: Vec<&'static str>,
}

/// One value, or the members of a container; what lies deeper stays a container.
#[derive(Clone, Debug)]
pub enum Content<'r> {
    /// One value of the record.
    Scalar(&'r Value<'r>),
    /// A value that was made of one of the record's.
    Made(Value<'r>),
    /// The items of an array.
    List(Vec<DraftValue<'r>>),
    /// The properties of an object.
    Parts(Vec<(&'r str, DraftValue<'r>)>),
    /// None: what stands against it has been said.
    Refused,
}

impl<'r> DraftValue<'r> {
    /// What stands at a place of the record.
    #[must_use]
    pub fn at(record: &'r Record<'_>, origin: NodeId) -> Self {
        let scalar =
            |id| Self { origin: id, content: Content::Scalar(record.value(id)), trace: None };
        let content = match record.value(origin) {
            Value::List => {
                Content::List(record.children(origin).map(|(_, id)| scalar(id)).collect())
            }
            Value::Object => {
                let parts = record.children(origin).map(|(name, id)| (name, scalar(id)));
                Content::Parts(parts.collect())
            }
            Value::Null
            | Value::Undefined
            | Value::Boolean(_)
            | Value::Number(_)
            | Value::NumberText(_)
            | Value::NotFinite
            | Value::Text(_)
            | Value::MalformedText(_)
            | Value::Date(_)
            | Value::Foreign(_)
            | Value::Unreadable(_) => return scalar(origin),
        };
        Self { origin, content, trace: None }
    }

    /// The value, as far as it is one: a container stands for itself.
    #[must_use]
    pub fn scalar(&self) -> &Value<'r> {
        match &self.content {
            Content::Scalar(value) => value,
            Content::Made(value) => value,
            Content::List(_) => &Value::List,
            Content::Parts(_) => &Value::Object,
            Content::Refused => &Value::Null,
        }
    }

    /// Whether there is nothing in it: null, white space, or a list of such.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        match &self.content {
            Content::List(items) => items.iter().all(|item| item.scalar().is_blank()),
            Content::Parts(parts) => parts.is_empty(),
            Content::Scalar(_) | Content::Made(_) => self.scalar().is_blank(),
            Content::Refused => false,
        }
    }
}

/// Where an item's label comes from.
#[derive(Clone, Debug)]
pub enum Label<'r> {
    /// The record gives it.
    Given(DraftValue<'r>),
    /// The mapping gives it.
    Fixed(Cow<'r, str>),
    /// Nobody gives one.
    Default,
}

/// An e-mail address or a phone number.
#[derive(Clone, Debug)]
pub struct DraftItem<'r> {
    /// What it is called.
    pub label: Label<'r>,
    /// The address or number.
    pub value: DraftValue<'r>,
}

/// A value for a custom field.
#[derive(Clone, Debug)]
pub struct DraftCustom<'r> {
    /// The place of the definition in [`crate::definition::Definitions::as_slice`].
    pub definition: usize,
    /// The value.
    pub value: DraftValue<'r>,
}

/// A contact with nothing proved.
#[derive(Clone, Debug)]
pub struct ContactDraft<'r> {
    /// The fields that take one value, by [`Single`].
    pub(crate) singles: [Option<DraftValue<'r>>; Single::ALL.len()],
    /// Where a first name was looked for.
    pub(crate) first_name_home: Origin,
    /// `None` where the record does not speak of e-mail addresses at all.
    pub(crate) emails: Option<Vec<DraftItem<'r>>>,
    /// `None` where the record does not speak of phone numbers at all.
    pub(crate) phone_numbers: Option<Vec<DraftItem<'r>>>,
    /// In record order.
    pub(crate) custom: Vec<DraftCustom<'r>>,
}

impl<'r> ContactDraft<'r> {
    /// A draft of nothing.
    #[must_use]
    pub fn new(first_name_home: Origin) -> Self {
        Self {
            singles: Default::default(),
            first_name_home,
            emails: None,
            phone_numbers: None,
            custom: Vec::new(),
        }
    }

    /// The value for a field.
    #[must_use]
    pub fn single(&self, field: Single) -> Option<&DraftValue<'r>> {
        self.singles.get(field as usize)?.as_ref()
    }

    /// The items for a field.
    #[must_use]
    pub fn items(&self, list: ItemList) -> Option<&[DraftItem<'r>]> {
        match list {
            ItemList::Emails => self.emails.as_deref(),
            ItemList::PhoneNumbers => self.phone_numbers.as_deref(),
        }
    }

    /// The items of a field, which the record speaks of from now on.
    pub(crate) fn items_mut(&mut self, list: ItemList) -> &mut Vec<DraftItem<'r>> {
        match list {
            ItemList::Emails => self.emails.get_or_insert_default(),
            ItemList::PhoneNumbers => self.phone_numbers.get_or_insert_default(),
        }
    }
}
