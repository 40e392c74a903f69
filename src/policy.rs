//! By which rules values are read: what the caller knows beyond the record and the definitions.

use crate::field::Mode;
use crate::field::date::{self, DateFormat, TimeZone};
use crate::field::multi_select::Options;
use crate::field::number::DecimalMark;
use crate::field::phone;
use crate::phone::{Level, Region};
use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

/// What a blank first name becomes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum BlankFirstName {
    /// An issue.
    #[default]
    Issue,
    /// Null, which the API takes.
    Null,
    /// Another name.
    Fallback(String),
}

/// What the caller knows of one custom field beyond its definition.
#[derive(Clone, Debug, Default)]
pub struct FieldHint {
    /// What stands between the options of a multi-select in one text.
    pub separator: Option<String>,
    /// The options of a multi-select; none for any.
    pub options: Options,
    /// The forms of dates, in place of the general ones.
    pub date_formats: Vec<DateFormat>,
}

/// By which rules values are read.
#[derive(Default)]
pub struct Policy {
    /// How much a value may differ from its wire type.
    pub mode: Mode,
    /// Where phone numbers without a calling code are at home.
    pub country: Option<Region>,
    /// Where else they may come from; for suggestions only.
    pub likely_countries: Vec<Region>,
    /// How much must be known about a phone number.
    pub level: Level,
    /// Where dates without an offset are at home; UTC where there is none.
    pub time_zone: Option<Box<dyn TimeZone>>,
    /// The forms of dates that the caller declared.
    pub date_formats: Vec<DateFormat>,
    /// The decimal mark of the caller's locale.
    pub decimal_mark: Option<DecimalMark>,
    /// The primary language of the caller's locale in lower case, such as `de` of `de-AT`, for words such as `ja`.
    pub language: Option<String>,
    /// What a blank first name becomes.
    pub blank_first_name: BlankFirstName,
    /// By the place of the definition; may be shorter than the definitions.
    pub hints: Vec<FieldHint>,
}

impl Policy {
    /// What a phone number needs besides its text.
    #[must_use]
    pub fn phone_context(&self) -> phone::Context<'_> {
        phone::Context { country: self.country, level: self.level, likely: &self.likely_countries }
    }

    /// What a date needs besides its text, for a field of which so much is known.
    #[must_use]
    pub fn date_context<'a>(&'a self, hint: Option<&'a FieldHint>) -> date::Context<'a> {
        let own = hint.map(|hint| hint.date_formats.as_slice()).filter(|own| !own.is_empty());
        let formats = own.unwrap_or(&self.date_formats);
        date::Context { zone: self.time_zone.as_deref(), formats }
    }
}
