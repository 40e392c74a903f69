//! The exports of address books and CRMs, told by their columns.
//!
//! Sources: the exports of Google Contacts before and since 2024; the columns of Outlook (support.microsoft.com,
//! "Create or edit .csv files to import into Outlook"); the exports of `HubSpot` and Pipedrive; labels and API names
//! of contacts and leads in Salesforce; the properties of RFC 6350.

use super::header::{is_strange, read};
use super::words::{List, Meaning};
use crate::record::trim;
use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

/// An export.
pub(super) struct Profile {
    pub(super) name: &'static str,
    /// How many columns must be of those that tell it.
    enough: usize,
    /// Columns as `key>what`, those that tell the export with a `!`. A key is a name in lower case, `#` for a
    /// number, of signs only `:`, `;` and `=`; `*` stands for its rest. What it holds is a letter of
    /// [`Profile::column`], then what stands between several values, then its label after a `.`.
    columns: &'static str,
}

/// What an export's column holds; [`Meaning::Other`] is left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Known {
    pub(super) meaning: Meaning,
    pub(super) label: String,
    /// What stands between several values; empty for nothing.
    pub(super) separator: &'static str,
}

const PROFILES: [Profile; 8] = [
    Profile {
        name: "google_contacts_old",
        enough: 2,
        columns: "name>N givenname>F familyname>L !givennameyomi !familynameyomi !groupmembership \
                  !organization#name>C organization#title>R !email#type>e email#value>E: !phone#type>p \
                  phone#value>P: additionalname>- !address#type",
    },
    Profile {
        name: "google_contacts",
        enough: 2,
        columns: "firstname>F middlename>- lastname>L !phoneticfirstname !phoneticlastname !fileas \
                  organizationname>C !organizationtitle>R !organizationdepartment !email#label>e \
                  email#value>E: !phone#label>p phone#value>P: !address#label",
    },
    Profile {
        name: "outlook",
        enough: 3,
        columns: "title>- firstname>F middlename>- lastname>L company>C jobtitle>R !emailaddress>E \
                  !email#address>E emailtype>- email#type>- !emaildisplayname>- !email#displayname>- \
                  !businessphone>P.work !businessphone#>P.work homephone>P.home !homephone#>P.home \
                  mobilephone>P.mobile !otherphone>P.other !companymainphone>P.main !primaryphone>P \
                  !carphone>P.car !assistantsphone>- !businessfax !homefax !businessstreet !homestreet \
                  !ttytddphone>- radiophone>- callback>- isdn>- !governmentidnumber !organizationalidnumber",
    },
    Profile {
        name: "apple_contacts",
        enough: 2,
        columns: "firstname>F lastname>L organization>C company>C jobtitle>R prefix>- !phone:*>P !email:*>E \
                  !address:* !url:*",
    },
    Profile {
        name: "vcard",
        enough: 2,
        columns: "!fn>N !n>N; !tel>P !tel;*>P email>E !email;*>E !org>C; title>R uid>I !adr* !bday !rev \
                  !version",
    },
    Profile {
        name: "hubspot",
        enough: 2,
        columns: "!recordid>I firstname>F lastname>L email>E additionalemailaddresses>E; workemail>E.work \
                  phonenumber>P mobilephonenumber>P.mobile companyname>C !associatedcompany>C \
                  associatedcompanyprimary>C jobtitle>R !contactowner>- !associatedcompanyids \
                  !lifecyclestage !leadstatus !createdate !lastactivitydate !marketingcontactstatus \
                  !originalsource",
    },
    Profile {
        name: "salesforce",
        enough: 2,
        columns: "firstname>F lastname>L name>N title>R !accountname>C !companyaccount>C company>C email>E \
                  phone>P mobile>P.mobile mobilephone>P.mobile homephone>P.home otherphone>P.other \
                  asstphone>- assistantphone>- !contactid>I contactid#>- !leadid>I id>I !accountid>- \
                  !accountowner>- !leadowner>- !ownerid>- !masterrecordid>- !createdbyid>- !reportstoid>- \
                  !mailingstreet !mailingcity !mailingstate !mailingstateprovince !mailingpostalcode \
                  !mailingzippostalcode !leadsource !leadstatus !systemmodstamp !isconverted",
    },
    Profile {
        name: "pipedrive",
        enough: 2,
        columns: "!personname>N !personfirstname>F !personlastname>L !personorganization>C organizationname>C \
                  !personjobtitle>R !personemail>E, !personemail#>E, !personemailwork>E,.work \
                  !personemailhome>E,.home !personemailother>E,.other !personphone>P, !personphone#>P, \
                  !personphonework>P,.work !personphonehome>P,.home !personphonemobile>P,.mobile \
                  !personphoneother>P,.other !personid>I !personowner>- !personlabel !personlabels \
                  !personpersoncreated",
    },
];

/// The export that the columns tell; of several the one that more of them tell.
pub(super) fn recognize<'a>(headers: impl Iterator<Item = &'a str>) -> Option<&'static Profile> {
    let keys: Vec<String> = headers.map(key).collect();
    let told = |profile: &Profile| {
        keys.iter()
            .filter(|key| profile.entries().any(|entry| entry.tells && entry.fits(key)))
            .count()
    };
    let found = PROFILES.iter().map(|profile| (told(profile), profile));
    let found = found.filter(|(count, profile)| *count >= profile.enough);
    // The last of the largest, so from behind it is the first.
    Some(found.rev().max_by_key(|(count, _)| *count)?.1)
}

impl Profile {
    /// What a column holds; `None` for one that only tells the export, or is not of it.
    pub(super) fn column(&self, header: &str) -> Option<Known> {
        let key = key(header);
        let what = self.entries().find(|entry| entry.fits(&key))?.what;
        let letter = what.chars().next()?;
        let meaning = match letter {
            'F' => Meaning::FirstName,
            'L' => Meaning::LastName,
            'N' => Meaning::Name,
            'C' => Meaning::Company,
            'R' => Meaning::Role,
            'E' => Meaning::Email,
            'P' => Meaning::Phone,
            'e' => Meaning::Label(List::Emails),
            'p' => Meaning::Label(List::Phones),
            'I' => Meaning::Id,
            _ => Meaning::Other,
        };
        let separator = match what.chars().nth(1) {
            Some(':') => ":::",
            Some(';') => ";",
            Some(',') => ",",
            _ => "",
        };
        let label = match what.split_once('.') {
            Some((_, label)) => label.to_owned(),
            None => label_of(header, &key),
        };
        let fax = key.contains([';', ':']) && is_strange(header);
        Some(Known { meaning: if fax { Meaning::Other } else { meaning }, label, separator })
    }

    fn entries(&self) -> impl Iterator<Item = Entry> {
        self.columns.split_ascii_whitespace().map(|entry| {
            let told = entry.strip_prefix('!');
            let (key, what) = told.unwrap_or(entry).split_once('>').unwrap_or((entry, ""));
            let key = key.trim_start_matches('!');
            Entry { tells: told.is_some(), key, what }
        })
    }
}

struct Entry {
    tells: bool,
    key: &'static str,
    what: &'static str,
}

impl Entry {
    fn fits(&self, key: &str) -> bool {
        match self.key.strip_suffix('*') {
            Some(start) => key.starts_with(start),
            None => self.key == key,
        }
    }
}

/// `work` in `TEL;TYPE=WORK`; in `Phone : iPhone` what stands there.
fn label_of(header: &str, key: &str) -> String {
    if !key.contains([':', ';']) {
        return String::new();
    }
    if let Some(reading) = read(header).filter(|reading| !reading.label.is_empty()) {
        return reading.label;
    }
    let own = header.split_once(':').map_or("", |(_, own)| trim(own));
    let own = own.strip_prefix("X-").unwrap_or(own);
    let kinds = ["INTERNET", "VOICE", "pref"];
    if kinds.iter().any(|kind| kind.eq_ignore_ascii_case(own)) || own.contains(char::is_control) {
        return String::new();
    }
    own.to_owned()
}

/// A name by which an export is told.
fn key(header: &str) -> String {
    let mut key = String::new();
    for c in header.chars() {
        if c.is_ascii_digit() {
            if !key.ends_with('#') {
                key.push('#');
            }
        } else if c.is_alphanumeric() || matches!(c, ':' | ';' | '=') {
            key.extend(c.to_lowercase());
        }
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(headers: &str, expected: Option<&str>) {
        let profile = recognize(headers.split(','));
        assert_eq!(profile.map(|profile| profile.name), expected, "{headers}");
    }

    #[test]
    fn a_few_columns_tell_an_export_in_any_order() {
        check(
            "E-mail 1 - Type,E-mail 1 - Value,Given Name,Phone 1 - Type",
            Some("google_contacts_old"),
        );
        check("Phone 1 - Label,Phone 1 - Value,File As,First Name", Some("google_contacts"));
        check(
            "Last Name,Company,E-mail Address,Business Phone,Company Main Phone",
            Some("outlook"),
        );
        check("First name,Phone : mobile,Email : work,Birthday", Some("apple_contacts"));
        check("FN,TEL;TYPE=CELL,EMAIL;TYPE=WORK", Some("vcard"));
        check("Email,Contact owner,Record ID", Some("hubspot"));
        check("Lead Owner,Company / Account,Last Name,Lead Source,Lead Status", Some("salesforce"));
        check("Id,FirstName,MailingStreet,OwnerId,Account.Name", Some("salesforce"));
        check("Person - Phone - Work,Person - Name,Organization - Name", Some("pipedrive"));
    }

    #[test]
    fn common_columns_tell_none() {
        check("First Name,Last Name,Company,Job Title,Email,Phone,Mobile Phone,Title", None);
        check("Name,Given Name,Family Name,Organization Name,E-mail", None);
        check("id,email,phone,N", None);
        check("", None);
    }

    #[test]
    fn columns_know_their_labels() {
        let known = |headers: &str, header: &str| {
            let profile = recognize(headers.split(',')).unwrap();
            let known = profile.column(header)?;
            Some((known.meaning, known.label, known.separator))
        };
        let apple = "Phone : mobile,Phone : iPhone,Email : X-INTERNET";
        let phone = |label: &str| Some((Meaning::Phone, label.to_owned(), ""));
        assert_eq!(known(apple, "Phone : mobile"), phone("mobile"));
        assert_eq!(known(apple, "Phone : X-MAIN"), phone("main"));
        assert_eq!(known(apple, "Phone : X-WhatsApp"), phone("WhatsApp"));
        assert_eq!(known(apple, "Phone : "), phone(""));
        let fax = known(apple, "Phone : home fax").map(|(meaning, ..)| meaning);
        assert_eq!(fax, Some(Meaning::Other));
        assert_eq!(known(apple, "Email : X-INTERNET"), Some((Meaning::Email, String::new(), "")));
        let vcard = "FN,TEL;TYPE=CELL";
        assert_eq!(known(vcard, "TEL;TYPE=WORK,VOICE"), phone("work"));
        assert_eq!(known(vcard, "NOTE"), None);
        let google = "E-mail 1 - Label,Phone 1 - Label";
        let email = Some((Meaning::Email, String::new(), ":::"));
        assert_eq!(known(google, "E-mail 2 - Value"), email);
    }
}
