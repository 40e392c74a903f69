//! A contact that is proved: what stands in it, Quo takes.
//!
//! The fields are private, and the one way in is [`ContactPayload::check`]. The model is free of the
//! shape of any version of the API; `endpoint::v1` writes it down.

mod check;
mod place;

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

/// The fields that take one value, by [`Single`].
type Singles<'r> = [Spoken<Option<Cow<'r, str>>>; Single::ALL.len()];

/// A contact that Quo takes. Texts that needed no change are still the record's own.
#[derive(Clone, Debug, PartialEq)]
pub struct ContactPayload<'r> {
    singles: Singles<'r>,
    emails: Spoken<Vec<Labelled<'r>>>,
    phone_numbers: Spoken<Vec<Labelled<'r>>>,
    custom_fields: Spoken<Vec<CustomField<'r>>>,
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
        self.singles.get(field as usize)?.as_ref().map(Option::as_deref)
    }

    /// `defaultFields.firstName`
    #[must_use]
    pub fn first_name(&self) -> Option<&str> {
        self.single(Single::FirstName).flatten()
    }

    /// `defaultFields.lastName`
    #[must_use]
    pub fn last_name(&self) -> Spoken<Option<&str>> {
        self.single(Single::LastName)
    }

    /// `defaultFields.company`
    #[must_use]
    pub fn company(&self) -> Spoken<Option<&str>> {
        self.single(Single::Company)
    }

    /// `defaultFields.role`
    #[must_use]
    pub fn role(&self) -> Spoken<Option<&str>> {
        self.single(Single::Role)
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
        self.single(Single::CreatedByUserId).flatten()
    }

    /// `source`
    #[must_use]
    pub fn source(&self) -> Option<&str> {
        self.single(Single::Source).flatten()
    }

    /// `sourceUrl`
    #[must_use]
    pub fn source_url(&self) -> Option<&str> {
        self.single(Single::SourceUrl).flatten()
    }

    /// `externalId`
    #[must_use]
    pub fn external_id(&self) -> Spoken<Option<&str>> {
        self.single(Single::ExternalId)
    }
}
