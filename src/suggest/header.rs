//! What a column's name means by itself.

use super::words::{EMPLOYERS, FILLERS, LABELS, List, Meaning, NAMES, STRANGERS};
use crate::field::address::Part;
use crate::name::is_near;
use crate::pieces::is_among;
use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

/// A meaning, and what a name says besides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Reading {
    pub(super) meaning: Meaning,
    /// `work` in `Phone (work)`; empty where nothing is said.
    pub(super) label: String,
    /// `2` in `E-mail 2 - Value`.
    pub(super) number: Option<u32>,
    /// Whether another spelling was meant.
    pub(super) is_similar: bool,
}

/// The most bytes that a column's name can have and still be looked at.
const LONGEST: usize = 400;

/// Reads a column's name.
pub(super) fn read(header: &str) -> Option<Reading> {
    if header.len() > LONGEST {
        return None;
    }
    let words = words(header);
    let number = number(&words);
    let reading = |(meaning, label): (Meaning, &str), is_similar| Reading {
        meaning: numbered(meaning, &words, number),
        label: label.to_owned(),
        number,
        is_similar,
    };
    let letters: Vec<&str> =
        words.iter().map(String::as_str).filter(|word| !is_number(word)).collect();
    if let Some(found) = exactly(&letters.concat()) {
        return Some(reading(found, false));
    }
    // `E-mail 1 - Type`, but not `TEL;TYPE=HOME`.
    let is_label = matches!(letters.last(), Some(&("type" | "label" | "typ")));
    let kept = letters.len() - usize::from(is_label);
    let letters = letters.get(..kept).unwrap_or_default();
    let plain: Vec<&str> =
        letters.iter().copied().filter(|word| !is_among(FILLERS, word)).collect();
    // Of `Work Mobile` the kind of number says more.
    let mut labels = letters.iter().filter_map(|word| label(word));
    let first = labels.next().unwrap_or_default();
    let label = labels.find(|label| *label == "mobile").unwrap_or(first);
    let bare = plain.iter().copied().filter(|word| self::label(word).is_none());
    let bare: Vec<&str> = bare.collect();
    if is_label {
        let lists = [(Meaning::Email, List::Emails), (Meaning::Phone, List::Phones)];
        let (named, _) = exactly(&bare.concat())?;
        let (_, list) = lists.into_iter().find(|(meaning, _)| *meaning == named)?;
        return Some(reading((Meaning::Label(list), label), false));
    }
    if let Some(found) = exactly(&plain.concat()) {
        return Some(reading(found, false));
    }
    if let Some((meaning, own)) = exactly(&bare.concat())
        && meaning.takes_label()
    {
        return Some(reading((meaning, if label.is_empty() { own } else { label }), false));
    }
    if bare.is_empty() && label == "mobile" {
        return Some(reading((Meaning::Phone, label), false));
    }
    let employed: Vec<&str> =
        bare.iter().copied().filter(|word| !is_among(EMPLOYERS, word)).collect();
    if employed.len() < bare.len()
        && let Some((meaning @ (Meaning::Email | Meaning::Phone), own)) =
            exactly(&employed.concat())
    {
        let label = [label, own, "work"].into_iter().find(|label| !label.is_empty());
        return Some(reading((meaning, label.unwrap_or_default()), false));
    }
    similar(&letters.concat()).map(|found| reading(found, true))
}

/// Whether a column is about somebody else, or about the record.
pub(super) fn is_strange(header: &str) -> bool {
    words(header).iter().any(|word| is_among(STRANGERS, word))
}

impl Meaning {
    fn takes_label(self) -> bool {
        match self {
            Self::Email | Self::Phone | Self::Address | Self::Part(_) | Self::Website => true,
            Self::FirstName
            | Self::LastName
            | Self::Particle
            | Self::Name
            | Self::FamilyOrName
            | Self::Company
            | Self::Role
            | Self::Label(_)
            | Self::Id
            | Self::Birthday
            | Self::Notes
            | Self::Other => false,
        }
    }
}

/// `Address 2` and `Business Street 2` are second lines, where `Address 2 - Street` is another address.
fn numbered(meaning: Meaning, words: &[String], number: Option<u32>) -> Meaning {
    let last = words.last().is_some_and(|word| is_number(word));
    match (meaning, number) {
        (Meaning::Address | Meaning::Part(Part::Street), Some(1)) if last => {
            Meaning::Part(Part::Street)
        }
        (Meaning::Address | Meaning::Part(Part::Street), Some(2)) if last => {
            Meaning::Part(Part::Street2)
        }
        (Meaning::Address | Meaning::Part(Part::Street), Some(_)) if last => Meaning::Other,
        (meaning, _) => meaning,
    }
}

fn exactly(name: &str) -> Option<(Meaning, &'static str)> {
    let found = NAMES.iter().find(|(_, _, names)| is_among(names, name))?;
    Some((found.0, found.1))
}

/// The meaning of a name that is off by a letter, of a longer one by two.
fn similar(name: &str) -> Option<(Meaning, &'static str)> {
    let limit = match name.len() {
        ..5 => return None,
        5..12 => 1,
        _ => 2,
    };
    let near =
        |names: &str| names.split(' ').any(|one| one.len() >= 5 && is_near(name, one, limit));
    let found = NAMES.iter().find(|(_, _, names)| near(names))?;
    Some((found.0, found.1))
}

fn label(word: &str) -> Option<&'static str> {
    let fits = |known: &str| {
        let inflected =
            known.len() >= 5 && word.len() <= known.len() + 2 && word.starts_with(known);
        known == word || inflected
    };
    let found = LABELS.iter().find(|(_, words)| words.split(' ').any(fits))?;
    Some(found.0)
}

fn is_number(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit())
}

fn number(words: &[String]) -> Option<u32> {
    words.iter().find(|word| is_number(word))?.parse().ok()
}

/// The words of a name in lower case, without accents: `E-mail 2 - Value`, `MobilePhone`.
pub(super) fn words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    // What stood before: nothing, a digit, a small letter, a capital.
    let mut before = 0;
    for c in name.chars() {
        // An accent by itself.
        if ('\u{300}'..'\u{370}').contains(&c) {
            continue;
        }
        let kind = match c {
            _ if c.is_numeric() => 1,
            _ if !c.is_alphanumeric() => 0,
            _ if c.is_uppercase() => 3,
            _ => 2,
        };
        let starts = kind != before && !(before == 3 && kind == 2);
        before = kind;
        if kind == 0 {
            continue;
        }
        if starts || words.is_empty() {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut() {
            fold(c, word);
        }
    }
    words
}

/// Adds a letter in lower case and without its accent.
pub(super) fn fold(c: char, out: &mut String) {
    let lower = c.to_lowercase().next().unwrap_or(c);
    let plain = match lower {
        'à'..='å' => "a",
        'ç' => "c",
        'è'..='ë' => "e",
        'ì'..='ï' => "i",
        'ñ' => "n",
        'ò'..='ö' | 'ø' => "o",
        'ù'..='ü' => "u",
        'ý' | 'ÿ' => "y",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        _ => return out.push(lower),
    };
    out.push_str(plain);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(header: &str, meaning: Meaning, label: &str) {
        let read = read(header).map(|reading| (reading.meaning, reading.label, reading.is_similar));
        assert_eq!(read, Some((meaning, label.to_owned(), false)), "{header}");
    }

    #[test]
    fn a_name_of_any_length_is_none() {
        let padded = |length: usize| "email".to_owned() + &" ".repeat(length);
        check(&padded(LONGEST - 5), Meaning::Email, "");
        assert_eq!(read(&padded(LONGEST)), None);
    }

    #[test]
    fn names_in_seven_languages() {
        for (meaning, headers) in [
            (
                Meaning::FirstName,
                "First Name|given_name|Vorname|Prénom|PRE\u{301}NOM|Primer nombre|Voornaam",
            ),
            (
                Meaning::LastName,
                "LastName|Nachname|Nom de famille|Apellidos|Sobrenome|Achternaam|Cognome",
            ),
            (
                Meaning::Company,
                "Company Name|Firma|Société|Nom de l'entreprise|Empresa|Bedrijf|Azienda",
            ),
            (
                Meaning::Role,
                "Job Title|Stelle|Position|Fonction|Puesto de trabajo|Cargo|Functie|Ruolo",
            ),
            (
                Meaning::Email,
                "E-Mail|EMAIL|eMail|Courriel|Correo electrónico|Endereço de e-mail|E-mailadres|Indirizzo e-mail",
            ),
            (
                Meaning::Phone,
                "Phone Number|Rufnummer|Telefon-Nr.|Numéro de téléphone|Teléfono|Telefone|Telefoon|Contact phone",
            ),
            (Meaning::Name, "Full Name|Nombre|Nome completo|Contact name|Prénom et nom"),
            (Meaning::Particle, "Tussenvoegsel"),
            (Meaning::Birthday, "Birthday|Geburtsdatum|Date de naissance|Fecha de nacimiento"),
            (Meaning::Id, "id|Record ID|CONTACT_ID|Kundennummer"),
        ] {
            headers.split('|').for_each(|header| check(header, meaning, ""));
        }
    }

    #[test]
    fn compound_names_carry_labels() {
        check("Telefon (geschäftlich)", Meaning::Phone, "work");
        check("Geschäftliche E-Mail", Meaning::Email, "work");
        check("Téléphone professionnel", Meaning::Phone, "work");
        check("Phone (mobile)", Meaning::Phone, "mobile");
        check("MobilePhone", Meaning::Phone, "mobile");
        check("Handy", Meaning::Phone, "mobile");
        check("Teléfono móvil", Meaning::Phone, "mobile");
        check("Cellulare", Meaning::Phone, "mobile");
        check("Business Phone 2", Meaning::Phone, "work");
        check("Telefon Firma", Meaning::Phone, "work");
        check("Company Main Phone", Meaning::Phone, "main");
        check("TEL;TYPE=HOME", Meaning::Phone, "home");
        check("Privat-Handy", Meaning::Phone, "mobile");
        check("Work Mobile Phone", Meaning::Phone, "mobile");
        check("phone_office", Meaning::Phone, "work");
        check("Home Street", Meaning::Part(Part::Street), "home");
        check("Mailing Zip/Postal Code", Meaning::Part(Part::PostalCode), "mailing");
        check("Business Postal Code", Meaning::Part(Part::PostalCode), "work");
        check("Address 2 - City", Meaning::Part(Part::City), "");
        check("Business Street 2", Meaning::Part(Part::Street2), "work");
        check("Address Line 1", Meaning::Part(Part::Street), "");
        check("Address 2", Meaning::Part(Part::Street2), "");
        check("Phone 1 - Label", Meaning::Label(List::Phones), "");
        assert_eq!(read("E-mail 2 - Value").unwrap().number, Some(2));
    }

    #[test]
    fn a_slip_is_forgiven() {
        for (header, meaning) in [
            ("Fist Name", Meaning::FirstName),
            ("Frist Name", Meaning::FirstName),
            ("Emial", Meaning::Email),
            ("Phnoe", Meaning::Phone),
            ("Comapny", Meaning::Company),
        ] {
            let reading = read(header).unwrap();
            assert!(reading.is_similar && reading.meaning == meaning, "{header}");
        }
    }

    #[test]
    fn other_columns_mean_nothing() {
        for header in [
            "",
            "  ",
            "2",
            "Lead Score",
            "Email opt-in",
            "Last e-mail date",
            "Phone count",
            "Headphones",
            "Work",
            "Business Partner Group",
            "Assistant's Phone",
            "Account",
            "Number",
        ] {
            assert_eq!(read(header), None, "{header}");
        }
        for header in ["User name", "E-mail domain", "Home Fax", "Titel", "Owner ID", "stages"] {
            let meaning = read(header).map(|reading| reading.meaning);
            assert!(matches!(meaning, None | Some(Meaning::Other)), "{header}");
        }
        assert!(is_strange("Contact owner"));
    }
}
