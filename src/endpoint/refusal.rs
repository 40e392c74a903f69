//! What the API says of single fields, put where the caller has them.
//!
//! The API points into the body that it got, which for an update is the whole contact; the caller knows
//! what he named. A custom field is addressed by its key there, by its place here.

use super::ErrorItem;
use crate::contact::Fields;
use crate::issue::{Path, Segment};
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

/// One field that the API found wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldRefusal {
    /// The server's text.
    pub message: String,
    /// Where in the payload that the caller gave; empty where it is nothing that he named.
    pub path: Path,
    /// Where in a contact; `None` where the API points at nothing that is known.
    pub target: Option<Path>,
}

/// Places what the API said of a body. `sent` is what the body held, `named` what the caller gave for it.
#[must_use]
pub fn field_refusals(items: &[ErrorItem], sent: &Fields, named: &Fields) -> Vec<FieldRefusal> {
    let placed = |item: &ErrorItem| {
        let (path, target) = place(&item.path, sent, named);
        FieldRefusal { message: item.message.clone(), path, target }
    };
    items.iter().map(placed).collect()
}

fn place(pointer: &str, sent: &Fields, named: &Fields) -> (Path, Option<Path>) {
    let mut steps: Vec<Segment> = pointer
        .split(['/', '.', '[', ']'])
        .filter(|step| !step.is_empty())
        .map(|step| step.parse().map_or_else(|_| Segment::from(step), Segment::Index))
        .collect();
    if steps.first() == Some(&"body".into()) {
        steps.remove(0);
    }
    // The older shape names the key alone.
    if sent.custom_place(pointer).is_some() {
        steps = vec!["customFields".into(), Segment::from(pointer)];
    }
    let mut target = steps.clone();
    let is_custom = steps.first() == Some(&"customFields".into());
    let is_named = match (steps.first(), steps.get(1)) {
        (Some(_), Some(step)) if is_custom => {
            let key = match step {
                Segment::Index(place) => sent.custom_key(*place),
                Segment::Key(key) => Some(key.as_str()),
            };
            let Some(key) = key else { return (Path::default(), None) };
            target.truncate(1);
            target.push(key.into());
            let place = named.custom_place(key);
            if let (Some(place), Some(step)) = (place, steps.get_mut(1)) {
                *step = place.into();
            }
            place.is_some()
        }
        (Some(Segment::Key(fields)), Some(Segment::Key(name))) if fields == "defaultFields" => {
            named.names(name)
        }
        (Some(Segment::Key(name)), _) => named.names(name) || is_custom,
        (Some(Segment::Index(_)) | None, _) => return (Path::default(), None),
    };
    (if is_named { Path(steps) } else { Path::default() }, Some(Path(target)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(pointer: &str, path: &str, target: &str) {
        let mut named = Fields::default();
        named.set_default("company", &true);
        named.set_default("emails", &true);
        named.set_custom("tier", &true);
        named.set_origin("sourceUrl", &true);
        let mut sent = Fields::default();
        sent.set_default("firstName", &true);
        sent.set_custom("score", &true);
        sent.merge(&named);
        let item = ErrorItem { path: pointer.to_owned(), message: "no".to_owned() };
        let [refusal] = field_refusals(&[item], &sent, &named).try_into().unwrap();
        let found = (refusal.path.to_string(), refusal.target.unwrap_or_default().to_string());
        assert_eq!(found, (path.to_owned(), target.to_owned()), "{pointer}");
    }

    #[test]
    fn places() {
        check("/customFields/1/value", "customFields[0].value", "customFields.tier");
        check("/customFields/0/key", "", "customFields.score");
        check("tier", "customFields[0]", "customFields.tier");
        check("/customFields/9", "", "");
        check("/defaultFields/company", "defaultFields.company", "defaultFields.company");
        check(
            "defaultFields.emails[0].value",
            "defaultFields.emails[0].value",
            "defaultFields.emails[0].value",
        );
        check("/body/sourceUrl", "sourceUrl", "sourceUrl");
        check("/defaultFields/firstName", "", "defaultFields.firstName");
        check("/others/company", "", "others.company");
        check("/", "", "");
        check("", "", "");
    }
}
