//! The merge behind a safe update: a PATCH replaces the whole contact, so everything that is to stay must be
//! sent back.
//!
//! Values are kept as the JSON text in which they came, so that no digit of a number is lost. Ids of items
//! are not kept: sent back, they can be refused. Source: the section on updates of the API's guide, and
//! what integrators saw.

use crate::json::{Json, Object, Raw, object, some, to_json};
use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

/// Parts of a contact by name: all of them, as the API gave them, or those that are to change.
///
/// Merging goes by whole parts: a named list takes the place of the list; of the custom fields those with a
/// named key change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fields {
    /// The members of `defaultFields`, those that this version does not know among them.
    defaults: Vec<(String, Raw)>,
    /// Keys and values.
    custom: Vec<(String, Raw)>,
    /// `externalId`, `source`, `sourceUrl`.
    origin: Vec<(String, Raw)>,
}

/// The members of a contact beside its fields that an update takes.
const ORIGIN: [&str; 3] = ["externalId", "source", "sourceUrl"];
const TEXTS: [&str; 4] = ["firstName", "lastName", "company", "role"];
const LISTS: [&str; 2] = ["emails", "phoneNumbers"];

impl Fields {
    /// Reads everything that a PATCH must send back; `None` where a part is missing that it would delete.
    pub(crate) fn read(contact: Object<'_>) -> Option<Self> {
        let mut whole = Self::default();
        let fields = contact.object("defaultFields")?;
        for name in TEXTS {
            fields.place(name)?;
        }
        for name in LISTS {
            fields.items(name).map(drop)?;
        }
        for (name, value) in fields.members() {
            let items = LISTS.contains(&name).then(|| fields.items(name)).flatten();
            let value = match items {
                Some(items) => {
                    let items = items.map(|item| Item::read(item?));
                    Raw(to_json(&items.collect::<Option<Vec<_>>>()?))
                }
                None => value,
            };
            whole.defaults.push((name.to_owned(), value));
        }
        for field in contact.items("customFields")? {
            let field = field?;
            // Without its key nobody can send it back.
            whole.custom.push((field.text("key")?, field.raw("value")?));
        }
        for name in ORIGIN {
            whole.origin.push((name.to_owned(), contact.raw(name)?));
        }
        Some(whole)
    }

    /// Names a member of `defaultFields`.
    pub(crate) fn set_default(&mut self, name: &str, value: &dyn Json) {
        set(&mut self.defaults, name, Raw(to_json(value)));
    }

    /// Names a custom field.
    pub(crate) fn set_custom(&mut self, key: &str, value: &dyn Json) {
        set(&mut self.custom, key, Raw(to_json(value)));
    }

    /// Names one of `externalId`, `source` and `sourceUrl`.
    pub(crate) fn set_origin(&mut self, name: &str, value: &dyn Json) {
        set(&mut self.origin, name, Raw(to_json(value)));
    }

    /// Leaves one of `externalId`, `source` and `sourceUrl` to the API.
    pub(crate) fn leave_out(&mut self, name: &str) {
        self.origin.retain(|(found, _)| found != name);
    }

    /// Changes what is named.
    pub fn merge(&mut self, changes: &Self) {
        for (name, value) in &changes.defaults {
            set(&mut self.defaults, name, value.clone());
        }
        for (key, value) in &changes.custom {
            // There is nothing to clear.
            if value.is_null() && !self.custom.iter().any(|(found, _)| found == key) {
                continue;
            }
            set(&mut self.custom, key, value.clone());
        }
        for (name, value) in &changes.origin {
            set(&mut self.origin, name, value.clone());
        }
    }

    /// The place of a custom field among those that are named.
    #[must_use]
    pub fn custom_place(&self, key: &str) -> Option<usize> {
        self.custom.iter().position(|(found, _)| found == key)
    }

    /// The key of the custom field at a place.
    #[must_use]
    pub fn custom_key(&self, place: usize) -> Option<&str> {
        self.custom.get(place).map(|(key, _)| key.as_str())
    }

    /// Whether a part of this name is here.
    #[must_use]
    pub fn names(&self, name: &str) -> bool {
        self.defaults.iter().chain(&self.origin).any(|(found, _)| found == name)
    }

    /// The body of a PATCH. A list that holds nothing is left out, which deletes what was there; what `[]`
    /// does nobody has shown.
    #[must_use]
    pub fn body(&self) -> String {
        let fields: Vec<_> = self.defaults.iter().filter(|(_, value)| value.0 != "[]").collect();
        let custom: Vec<_> = self.custom.iter().map(Custom).collect();
        let origin = |name| self.origin.iter().find(|(found, _)| found == name).map(|(_, raw)| raw);
        let [external_id, source, source_url] = ORIGIN.map(origin);
        let mut out = String::new();
        object(
            &mut out,
            &[
                ("defaultFields", Some(&Members(fields))),
                ("customFields", some(&(!custom.is_empty()).then_some(custom))),
                (ORIGIN[0], some(&external_id)),
                (ORIGIN[1], some(&source.filter(|source| !source.is_null()))),
                (ORIGIN[2], some(&source_url)),
            ],
        );
        out
    }
}

fn set(list: &mut Vec<(String, Raw)>, name: &str, value: Raw) {
    match list.iter_mut().find(|(found, _)| found == name) {
        Some((_, place)) => *place = value,
        None => list.push((name.to_owned(), value)),
    }
}

struct Members<'a>(Vec<&'a (String, Raw)>);

impl Json for Members<'_> {
    fn write(&self, out: &mut String) {
        let members: Vec<_> =
            self.0.iter().map(|(name, value)| (name.as_str(), Some(value as &dyn Json))).collect();
        object(out, &members);
    }
}

struct Custom<'a>(&'a (String, Raw));

impl Json for Custom<'_> {
    fn write(&self, out: &mut String) {
        let (key, value) = self.0;
        object(out, &[("key", Some(key)), ("value", Some(value))]);
    }
}

/// An e-mail address or a phone number without its id.
struct Item {
    name: Raw,
    value: Raw,
}

impl Item {
    fn read(item: Object<'_>) -> Option<Self> {
        Some(Self { name: item.raw("name")?, value: item.raw("value")? })
    }
}

impl Json for Item {
    fn write(&self, out: &mut String) {
        object(out, &[("name", Some(&self.name)), ("value", Some(&self.value))]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::Record;

    const CONTACT: &str = r#"{"id":"c1","externalId":"42","source":"web","sourceUrl":null,"createdAt":"x",
        "defaultFields":{"firstName":"Ada","lastName":null,"birthday":{"day":1},"company":"é\"",
            "emails":[{"name":"work","value":"a@b.co","id":"e1"}],"phoneNumbers":[],"role":null},
        "customFields":[{"name":"Score","key":"score","id":"f1","type":"number","value":7.10},
            {"name":"Tier","key":"tier","type":"multi-select","value":["a","b"]}]}"#;

    fn read(json: &str) -> Option<Fields> {
        Fields::read(Object::root(&Record::from_json(json).unwrap()).unwrap())
    }

    #[test]
    fn everything_is_sent_back_to_the_digit_and_without_ids() {
        assert_eq!(
            read(CONTACT).unwrap().body(),
            concat!(
                r#"{"defaultFields":{"firstName":"Ada","lastName":null,"birthday":{"day":1},"company":"é\"","#,
                r#""emails":[{"name":"work","value":"a@b.co"}],"role":null},"#,
                r#""customFields":[{"key":"score","value":7.10},{"key":"tier","value":["a","b"]}],"#,
                r#""externalId":"42","source":"web","sourceUrl":null}"#
            )
        );
    }

    #[test]
    fn a_source_that_nobody_named_is_left_to_the_api() {
        let unnamed = CONTACT.replace(r#""source":"web""#, r#""source":null"#);
        let body = read(&unnamed).unwrap().body();
        assert!(body.ends_with(r#","externalId":"42","sourceUrl":null}"#), "{body}");
    }

    #[test]
    fn only_what_is_named_changes() {
        let mut whole = read(CONTACT).unwrap();
        let before = whole.body();
        whole.merge(&Fields::default());
        assert_eq!(whole.body(), before);
        let mut changes = Fields::default();
        changes.set_default("company", &None::<bool>);
        changes.set_custom("tier", &None::<bool>);
        changes.set_custom("nothing to clear", &None::<bool>);
        changes.set_custom("new", &true);
        changes.set_origin("sourceUrl", &"https://a.b".to_owned());
        whole.merge(&changes);
        let expected = before
            .replace(r#""company":"é\"""#, r#""company":null"#)
            .replace(r#""value":["a","b"]}"#, r#""value":null},{"key":"new","value":true}"#)
            .replace(r#""sourceUrl":null"#, r#""sourceUrl":"https://a.b""#);
        assert_eq!(whole.body(), expected);
    }

    #[test]
    fn a_contact_that_lacks_a_part_is_not_sent_back() {
        for (part, instead) in [
            (r#""firstName":"Ada","#, ""),
            (r#""lastName":null,"#, ""),
            (r#""company":"é\"","#, ""),
            (r#","role":null"#, ""),
            (r#""emails":[{"name":"work","value":"a@b.co","id":"e1"}],"#, ""),
            (r#""phoneNumbers":[],"#, ""),
            (r#""externalId":"42","#, ""),
            (r#""source":"web","#, ""),
            (r#""sourceUrl":null,"#, ""),
            (r#""emails":["#, r#""emails":["a@b.co","#),
            (r#""phoneNumbers":[]"#, r#""phoneNumbers":[null]"#),
            (r#""customFields":["#, r#""customFields":[7,"#),
            (r#""phoneNumbers":[]"#, r#""phoneNumbers":null"#),
            (r#""key":"score","#, ""),
            (r#","value":7.10"#, ""),
            (r#""value":"a@b.co","#, ""),
            (r#""customFields""#, r#""custom""#),
            (r#""defaultFields""#, r#""fields""#),
        ] {
            assert!(CONTACT.contains(part), "{part}");
            assert_eq!(read(&CONTACT.replace(part, instead)), None, "{part}");
        }
    }

    #[test]
    fn an_emptied_list_is_left_out() {
        let mut whole = read(CONTACT).unwrap();
        let mut changes = Fields::default();
        changes.set_default("emails", &Vec::<bool>::new());
        whole.merge(&changes);
        assert!(!whole.body().contains("emails"));
        let (start, _) = CONTACT.split_once(r#""customFields""#).unwrap();
        let bare = [start, r#""customFields":[]}"#].concat();
        assert!(!read(&bare).unwrap().body().contains("customFields"));
    }
}
