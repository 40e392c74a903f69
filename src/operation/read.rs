//! What changes nothing: the definitions, one contact, all of them page by page.

use super::retry::Ending;
use super::{Done, Failure, Next};
use crate::endpoint::list_contacts::{self, Query};
use crate::endpoint::{InvalidRequest, get_contact, get_contact_custom_fields};
use crate::limits::FILTERS_MAX;
use crate::order::firsts;
use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

pub(super) enum Read {
    Definitions,
    Get(String),
    List(List),
}

/// A list that is asked for in groups of filters.
pub(super) struct List {
    /// Nothing is left to ask for without it.
    query: Option<Query>,
    /// The `externalIds` that were not asked for yet.
    rest: Vec<String>,
    /// The tokens of the pages so far: one that comes again would never end.
    seen: Vec<String>,
    /// How many pages without a contact came one after the other.
    empty: usize,
    endless: bool,
}

/// More pages without a contact are no list.
const EMPTY_PAGES: usize = 100;

impl Read {
    pub(super) fn list(mut query: Query) -> Result<Self, InvalidRequest> {
        let ids: Vec<Cow<'_, str>> = query.external_ids.iter().map(Into::into).collect();
        let firsts = firsts(&ids).into_iter().enumerate().filter(|(place, first)| place == first);
        query.external_ids =
            firsts.filter_map(|(place, _)| Some(ids.get(place)?.to_string())).collect();
        let room = FILTERS_MAX.checked_sub(query.sources.len());
        let Some(room) = room.filter(|room| *room > 0 || query.external_ids.is_empty()) else {
            let what = "expected at most 20, with `externalIds` fewer";
            return Err(InvalidRequest { option: "sources", what });
        };
        for group in query.external_ids.chunks(room.max(1)) {
            let external_ids = group.to_vec();
            list_contacts::request(&Query { external_ids, ..query.clone() })?;
        }
        let rest = query.external_ids.split_off(room.min(query.external_ids.len()));
        list_contacts::request(&query)?;
        let query = Some(query);
        Ok(Self::List(List { query, rest, seen: Vec::new(), empty: 0, endless: false }))
    }

    pub(super) fn begin(&self) -> Next {
        let request = match self {
            Self::Definitions => Ok(get_contact_custom_fields::request()),
            Self::Get(id) => get_contact::request(id),
            Self::List(List { endless: true, .. }) => return Next::fail(Failure::endless_list()),
            Self::List(List { query: None, .. }) => return Next::Done(Ok(Done::Listed)),
            Self::List(List { query: Some(query), .. }) => list_contacts::request(query),
        };
        match request {
            Ok(request) => Next::Send(request, None),
            // All of them were checked before.
            Err(_) => Next::fail(Failure::Aborted),
        }
    }

    pub(super) fn ended(&mut self, ending: &Ending) -> Next {
        let Some(answer) = &ending.answer else { return Next::fail(Failure::Network) };
        match self {
            Self::Definitions => Next::Done(
                get_contact_custom_fields::read(answer)
                    .map(Done::Definitions)
                    .map_err(Failure::from),
            ),
            Self::Get(id) => Next::Done(
                get_contact::read(id, answer)
                    .map(|contact| Done::Contact(Box::new(contact)))
                    .map_err(Failure::from),
            ),
            Self::List(list) => match list_contacts::read(answer) {
                Ok(mut page) => {
                    let query = list.query.as_ref();
                    list.empty = if page.contacts.is_empty() { list.empty + 1 } else { 0 };
                    page.contacts.retain(|contact| query.is_some_and(|query| query.fits(contact)));
                    list.turn(page.next_page_token);
                    Next::Page(page.contacts)
                }
                Err(error) => Next::fail(error.into()),
            },
        }
    }
}

impl List {
    /// Asks for the next page, or for the next group.
    fn turn(&mut self, next: Option<String>) {
        let Some(query) = &mut self.query else { return };
        if let Some(token) = next {
            self.endless = self.empty > EMPTY_PAGES || self.seen.contains(&token);
            self.seen.push(token.clone());
            query.page_token = Some(token);
            return;
        }
        self.seen.clear();
        query.page_token = None;
        let room = FILTERS_MAX - query.sources.len();
        let rest = self.rest.split_off(room.min(self.rest.len()));
        query.external_ids = core::mem::replace(&mut self.rest, rest);
        if query.external_ids.is_empty() {
            self.query = None;
        }
    }
}
