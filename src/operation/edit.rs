//! What happens to one contact whose id is known: it is read as late as possible, and then written whole.
//!
//! It is not atomic: what others write between the two requests is overwritten. Source: the API has neither
//! versions nor `ETag`s.

use super::retry::Ending;
use super::safeguard::{Safeguard, holds};
use super::{Done, Failure, Next, Remedy};
use crate::contact::{Contact, Fields};
use crate::endpoint::{delete_contact, get_contact, update_contact};
use crate::field::source::reserved;
use crate::http::HttpRequest;
use crate::limits::SYNCED_SOURCES;
use alloc::borrow::ToOwned;
use alloc::boxed::Box;
use alloc::string::String;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    /// Change what is named.
    Merge(Fields),
    /// Leave nothing but what is named.
    Replace(Fields),
    /// See whether what is named is so.
    Compare(Fields),
    Delete,
}

/// A contact that is read and then written.
#[derive(Clone, Debug)]
pub(super) struct Edit {
    id: String,
    purpose: Purpose,
    /// The `source` and the `externalId` that it was found by.
    found_by: Option<(String, String)>,
    /// What is being sent, once it is.
    sent: Option<Fields>,
    /// Whether what was sent before may have been carried out.
    doubt: bool,
}

pub(super) enum Edited {
    Send(HttpRequest, String),
    /// The contact, and whether it was or would be changed.
    Contact(Box<Contact>, bool),
    Deleted,
    /// It is not what it was found as any more.
    Another,
    Failed(Failure),
}

impl Edited {
    pub(super) fn into_next(self) -> Next {
        match self {
            Self::Send(request, contact) => Next::Send(request, Some(contact)),
            Self::Contact(contact, _) => Next::Done(Ok(Done::Contact(contact))),
            Self::Deleted => Next::Done(Ok(Done::Deleted)),
            // Only what was found is asked for.
            Self::Another => Next::fail(Failure::Aborted),
            Self::Failed(failure) => Next::fail(failure),
        }
    }
}

impl Edit {
    pub(super) fn new(id: String, purpose: Purpose) -> Self {
        Self { id, purpose, found_by: None, sent: None, doubt: false }
    }

    /// Of a contact that was found in a list, which lags.
    pub(super) fn found_by(self, source: String, external_id: String) -> Self {
        Self { found_by: Some((source, external_id)), ..self }
    }

    pub(super) fn begin(&self) -> Next {
        match get_contact::request(&self.id) {
            Ok(request) => Next::Send(request, Some(self.id.clone())),
            // The id was checked before.
            Err(_) => Next::fail(Failure::Aborted),
        }
    }

    /// What to read before what was merged is sent again: somebody else may have written during the wait.
    pub(super) fn read_again(&mut self, doubt: bool) -> Option<HttpRequest> {
        if !matches!(self.purpose, Purpose::Merge(_)) {
            return None;
        }
        self.sent.take()?;
        self.doubt |= doubt;
        // The id was checked before.
        get_contact::request(&self.id).ok()
    }

    pub(super) fn ended(&mut self, ending: &Ending) -> Edited {
        let outcome = if self.sent.is_some() {
            self.written(ending)
        } else {
            self.read(ending).map_err(|failure| match failure.status() {
                // What keeps from reading says nothing of what was sent, unless the contact is gone.
                status if self.doubt && status != Some(404) => {
                    Failure::unknown(ending.answer.as_ref(), Remedy::Repeat)
                }
                _ => failure,
            })
        };
        outcome.unwrap_or_else(Edited::Failed)
    }

    fn read(&mut self, ending: &Ending) -> Result<Edited, Failure> {
        let answer = ending.answer.as_ref().ok_or(Failure::Network)?;
        let before = get_contact::read(&self.id, answer)?;
        if let Some((source, external_id)) = &self.found_by {
            let is_it = before.source.as_ref() == Some(source)
                && before.external_id.as_ref() == Some(external_id);
            if !is_it && holds(Safeguard::Recheck) {
                return Ok(Edited::Another);
            }
        }
        let source = before.source.as_deref();
        let writes = !matches!(self.purpose, Purpose::Compare(_));
        if let Some(source) = source.filter(|source| is_synced(source))
            && holds(Safeguard::Native)
        {
            return Err(Failure::Native { source: source.to_owned() });
        }
        let request = match &self.purpose {
            Purpose::Delete => {
                self.sent = Some(Fields::default());
                delete_contact::request(&self.id)
            }
            Purpose::Replace(fields) => {
                self.sent = Some(fields.clone());
                update_contact::request(&self.id, fields)
            }
            Purpose::Merge(changes) | Purpose::Compare(changes) => {
                let whole = get_contact::read_whole(answer).map_err(|_| Failure::Unkeepable)?;
                let mut merged = whole.clone();
                merged.merge(changes);
                let differs = merged.body() != whole.body();
                if !differs || !writes {
                    // What makes no difference any more was carried out.
                    return Ok(Edited::Contact(Box::new(before), differs || self.doubt));
                }
                if !holds(Safeguard::Merge) {
                    merged = changes.clone();
                }
                let is_reserved = source.is_some_and(|source| reserved(source).is_some());
                if is_reserved && !changes.names("source") {
                    // Sent, it is refused; left out, it is kept.
                    merged.leave_out("source");
                }
                let request = update_contact::request(&self.id, &merged);
                self.sent = Some(merged);
                request
            }
        };
        // The id was checked before.
        Ok(Edited::Send(request.map_err(|_| Failure::Aborted)?, self.id.clone()))
    }

    fn written(&self, ending: &Ending) -> Result<Edited, Failure> {
        let unknown = || Failure::unknown(ending.answer.as_ref(), Remedy::Repeat);
        let none = Fields::default();
        let Some(answer) = &ending.answer else {
            return Err(if ending.doubt { unknown() } else { Failure::Network });
        };
        match (&self.purpose, answer.status) {
            // What refused the last try says nothing of the one before, unless it is about the contact.
            (_, 401..=403 | 405..=499) if ending.doubt => Err(unknown()),
            (_, 500..) => Err(unknown()),
            (Purpose::Delete, 200..300) => {
                delete_contact::read(answer).map_err(|_| unknown())?;
                Ok(Edited::Deleted)
            }
            // The try before was carried out.
            (Purpose::Delete, 404) if ending.doubt => Ok(Edited::Deleted),
            (Purpose::Merge(_) | Purpose::Replace(_) | Purpose::Compare(_), 200..300) => {
                let contact = update_contact::read(answer).map_err(|_| unknown())?;
                Ok(Edited::Contact(Box::new(contact), true))
            }
            (Purpose::Merge(named) | Purpose::Replace(named) | Purpose::Compare(named), _) => {
                Err(Failure::refused(answer, self.sent.as_ref().unwrap_or(&none), named))
            }
            (Purpose::Delete, _) => Err(Failure::refused(answer, &none, &none)),
        }
    }
}

/// Whether a native integration syncs what comes from there.
fn is_synced(source: &str) -> bool {
    SYNCED_SOURCES.iter().any(|synced| synced.eq_ignore_ascii_case(source))
}
