//! A contact that is proved: what stands in it, Quo takes.
//!
//! The fields are private, and the one way in is [`ContactPayload::check`]. The model is free of the
//! shape of any version of the API; `endpoint::v1` writes it down.

mod check;

use crate::decimal::Decimal;
use crate::definition::Definitions;
use crate::draft::{ContactDraft, Single};
use crate::finding::Findings;
use crate::policy::Policy;
use alloc::borrow::Cow;
use alloc::vec::Vec;

/// An e-mail address or a phone number, and what it is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Labelled<'r> {
    /// `work`, `mobile`.
    pub name: Cow<'r, str>,
    /// The address, or the number in E.164.
    pub value: Cow<'r, str>,
}

/// The value of a custom field; null clears it.
#[derive(Clone, Debug, PartialEq)]
pub enum CustomValue<'r> {
    /// Nothing.
    Null,
    /// Of the types `address`, `string` and `url`.
    Text(Cow<'r, str>),
    /// Of the type `boolean`.
    Boolean(bool),
    /// Of the type `date`: RFC 3339 in UTC with milliseconds.
    Date(Cow<'r, str>),
    /// Of the type `multi-select`.
    MultiSelect(Vec<Cow<'r, str>>),
    /// Of the type `number`.
    Number(Decimal),
}

/// A custom field with its value.
#[derive(Clone, Debug, PartialEq)]
pub struct CustomField<'r> {
    /// The definition's key.
    pub key: &'r str,
    /// The definition's place among all.
    pub definition: usize,
    /// The value, of the definition's type.
    pub value: CustomValue<'r>,
}

/// A field that the record may not speak of at all, which is not the same as null.
pub type Spoken<T> = Option<T>;

/// A contact that Quo takes. Texts that needed no change are still the record's own.
#[derive(Clone, Debug, PartialEq)]
pub struct ContactPayload<'r> {
    first_name: Option<Cow<'r, str>>,
    last_name: Spoken<Option<Cow<'r, str>>>,
    company: Spoken<Option<Cow<'r, str>>>,
    role: Spoken<Option<Cow<'r, str>>>,
    emails: Spoken<Vec<Labelled<'r>>>,
    phone_numbers: Spoken<Vec<Labelled<'r>>>,
    custom_fields: Spoken<Vec<CustomField<'r>>>,
    created_by_user_id: Option<Cow<'r, str>>,
    source: Option<Cow<'r, str>>,
    source_url: Option<Cow<'r, str>>,
    external_id: Spoken<Option<Cow<'r, str>>>,
}

impl<'r> ContactPayload<'r> {
    /// Proves a draft, or adds to `findings` everything that stands against it.
    pub fn check(
        draft: &ContactDraft<'r>,
        definitions: &'r Definitions,
        policy: &Policy,
        findings: &mut Findings,
    ) -> Option<Self> {
        check::check(draft, definitions, policy, findings)
    }

    /// One of the fields that take one value.
    #[must_use]
    pub fn single(&self, field: Single) -> Spoken<Option<&str>> {
        match field {
            Single::FirstName => Some(self.first_name()),
            Single::LastName => self.last_name(),
            Single::Company => self.company(),
            Single::Role => self.role(),
            Single::ExternalId => self.external_id(),
            Single::Source => self.source().map(Some),
            Single::SourceUrl => self.source_url().map(Some),
            Single::CreatedByUserId => self.created_by_user_id().map(Some),
        }
    }

    /// `defaultFields.firstName`
    #[must_use]
    pub fn first_name(&self) -> Option<&str> {
        self.first_name.as_deref()
    }

    /// `defaultFields.lastName`
    #[must_use]
    pub fn last_name(&self) -> Spoken<Option<&str>> {
        self.last_name.as_ref().map(Option::as_deref)
    }

    /// `defaultFields.company`
    #[must_use]
    pub fn company(&self) -> Spoken<Option<&str>> {
        self.company.as_ref().map(Option::as_deref)
    }

    /// `defaultFields.role`
    #[must_use]
    pub fn role(&self) -> Spoken<Option<&str>> {
        self.role.as_ref().map(Option::as_deref)
    }

    /// `defaultFields.emails`
    #[must_use]
    pub fn emails(&self) -> Spoken<&[Labelled<'r>]> {
        self.emails.as_deref()
    }

    /// `defaultFields.phoneNumbers`
    #[must_use]
    pub fn phone_numbers(&self) -> Spoken<&[Labelled<'r>]> {
        self.phone_numbers.as_deref()
    }

    /// `customFields`
    #[must_use]
    pub fn custom_fields(&self) -> Spoken<&[CustomField<'r>]> {
        self.custom_fields.as_deref()
    }

    /// `createdByUserId`
    #[must_use]
    pub fn created_by_user_id(&self) -> Option<&str> {
        self.created_by_user_id.as_deref()
    }

    /// `source`
    #[must_use]
    pub fn source(&self) -> Option<&str> {
        self.source.as_deref()
    }

    /// `sourceUrl`
    #[must_use]
    pub fn source_url(&self) -> Option<&str> {
        self.source_url.as_deref()
    }

    /// `externalId`
    #[must_use]
    pub fn external_id(&self) -> Spoken<Option<&str>> {
        self.external_id.as_ref().map(Option::as_deref)
    }
}
