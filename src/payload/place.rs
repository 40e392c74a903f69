//! Where a checked value goes in the payload.

use crate::definition::FieldDefinition;
use crate::draft::{ItemList, Single};
use crate::issue::Path;
use crate::mapping::custom_target;

/// Where a value goes; a path is only made of it where there is something to say.
#[derive(Clone, Copy)]
pub(super) enum Place<'d> {
    Single(Single),
    Item(ItemList, usize, &'static str),
    Custom(&'d FieldDefinition),
}

impl Place<'_> {
    pub(super) fn path(self) -> Path {
        match self {
            Self::Single(field) => field.target(),
            Self::Item(list, index, part) => list.target(index, part),
            Self::Custom(definition) => custom_target(definition),
        }
    }
}
