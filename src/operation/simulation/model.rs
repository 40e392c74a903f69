//! A model of Quo: what it keeps, and in which odd ways it answers. Each quirk is one of the API's.

use super::super::random::Random;
use crate::http::{HttpRequest, HttpResponse};
use crate::limits::{REQUESTS_PER_SECOND, RESERVED_SOURCES, SYNCED_SOURCES};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// A contact in its parts: `firstName`, `emails`, `custom tier`, `externalId`, each as JSON.
pub(super) type Parts = BTreeMap<String, Value>;

pub(super) const NAMES: [&str; 4] = ["firstName", "lastName", "company", "role"];
pub(super) const LISTS: [&str; 2] = ["emails", "phoneNumbers"];
pub(super) const ORIGIN: [&str; 3] = ["externalId", "source", "sourceUrl"];

/// What a request will have done once it is committed.
#[derive(Clone, Debug)]
pub(super) enum Effect {
    None,
    Make(Parts),
    Change(String, Parts),
    Delete(String),
}

#[derive(Debug)]
pub(super) struct Quirks {
    /// How long lists lag at most.
    pub(super) lag: u64,
    /// Of a hundred lists, how many ignore their filter.
    pub(super) unfiltered: u64,
    pub(super) page: usize,
    /// How long a contact without a phone lasts, if it does not stay.
    pub(super) vanish: Option<u64>,
}

pub(super) struct Quo {
    pub(super) quirks: Quirks,
    pub(super) contacts: BTreeMap<String, Parts>,
    /// What lists show.
    listed: BTreeMap<String, Parts>,
    /// What lists will show, and when.
    coming: Vec<(u64, String, Option<Parts>)>,
    /// Pairs of deleted contacts.
    graves: BTreeSet<String>,
    arrived: VecDeque<u64>,
    next_id: u64,
    random: Random,
}

pub(super) fn answer(status: u16, body: &Value) -> HttpResponse {
    HttpResponse { status, headers: Vec::new(), body: body.to_string() }
}

fn error(status: u16, code: &str) -> HttpResponse {
    answer(status, &json!({"message": "no", "code": code, "status": status, "title": "No"}))
}

fn pair(parts: &Parts) -> (Value, Value) {
    (parts["source"].clone(), parts["externalId"].clone())
}

fn is_reserved(parts: &Parts) -> bool {
    parts["source"].as_str().is_some_and(|source| RESERVED_SOURCES.contains(&source))
}

pub(super) fn is_synced(parts: &Parts) -> bool {
    parts["source"].as_str().is_some_and(|source| SYNCED_SOURCES.contains(&source))
}

impl Quo {
    pub(super) fn new(quirks: Quirks, seed: u64) -> Self {
        Self {
            quirks,
            contacts: BTreeMap::new(),
            listed: BTreeMap::new(),
            coming: Vec::new(),
            graves: BTreeSet::new(),
            arrived: VecDeque::new(),
            next_id: 1,
            random: Random::new(seed),
        }
    }

    /// A contact that was there before.
    pub(super) fn seed(&mut self, parts: Parts) -> String {
        let id = self.new_id();
        self.listed.insert(id.clone(), parts.clone());
        self.contacts.insert(id.clone(), parts);
        id
    }

    fn new_id(&mut self) -> String {
        self.next_id += 1;
        format!("c{}", self.next_id)
    }

    /// A request arrives: what it is answered unless it has an effect, and the effect.
    pub(super) fn arrive(&mut self, request: &HttpRequest, now: u64) -> (HttpResponse, Effect) {
        self.arrived.retain(|at| at + 1_000 > now);
        if self.arrived.len() >= REQUESTS_PER_SECOND {
            let mut refusal = error(429, "0800429");
            let left = if self.random.below(2) == 0 { "ratelimit" } else { "retry-after" };
            let value = if left == "ratelimit" { "\"per-second\"; r=0; t=1" } else { "1" };
            refusal.headers.push((left.to_owned(), value.to_owned()));
            return (refusal, Effect::None);
        }
        self.arrived.push_back(now);
        let (path, query) = request.path.split_once('?').unwrap_or((&request.path, ""));
        let id = path.strip_prefix("/v1/contacts/");
        let nothing = |response| (response, Effect::None);
        match (request.method.as_str(), id) {
            ("GET", None) => nothing(self.list(query, now)),
            ("POST", None) => self.make(request),
            (method, Some(id)) => {
                let Some(parts) = self.contacts.get(id) else {
                    return nothing(error(404, "0800404"));
                };
                match method {
                    "GET" => nothing(answer(200, &json!({"data": show(id, parts)}))),
                    "DELETE" => (answer(204, &Value::Null), Effect::Delete(id.to_owned())),
                    _ => change(id, parts, request),
                }
            }
            _ => nothing(HttpResponse { status: 404, headers: Vec::new(), body: "<html>".into() }),
        }
    }

    fn make(&self, request: &HttpRequest) -> (HttpResponse, Effect) {
        let body: Value = serde_json::from_str(request.body.as_ref().unwrap()).unwrap();
        let mut parts = read(&body);
        if parts["source"].is_null() {
            parts.insert("source".to_owned(), "public-api".into());
        }
        let pair = pair(&parts);
        if self.graves.contains(&format!("{pair:?}")) {
            return (error(500, "0801500"), Effect::None);
        }
        let taken = self.contacts.values().any(|other| self::pair(other) == pair);
        if !pair.1.is_null() && taken {
            return (error(409, "0800409"), Effect::None);
        }
        (answer(201, &Value::Null), Effect::Make(parts))
    }

    fn list(&mut self, query: &str, now: u64) -> HttpResponse {
        self.coming.sort_by_key(|(at, ..)| *at);
        let due = self.coming.iter().take_while(|(at, ..)| *at <= now).count();
        for (_, id, parts) in self.coming.drain(..due) {
            match parts {
                Some(parts) => self.listed.insert(id, parts),
                None => self.listed.remove(&id),
            };
        }
        let value = |name: &str| {
            let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
            pairs.filter(|(key, _)| *key == name).map(|(_, value)| value).collect::<Vec<_>>()
        };
        let ids = value("externalIds");
        let most: Option<usize> = value("maxResults").first().and_then(|text| text.parse().ok());
        let Some(most) = most.filter(|most| (1..=50).contains(most) && ids.len() <= 20) else {
            return error(400, "0800400");
        };
        let all = self.random.below(100) < self.quirks.unfiltered;
        let start = value("pageToken").first().map_or(0, |token| token.parse().unwrap());
        let fits = |parts: &Parts| {
            all || ids.is_empty()
                || parts["externalId"].as_str().is_some_and(|id| ids.contains(&id))
        };
        let rows: Vec<_> = self.listed.iter().filter(|(_, parts)| fits(parts)).collect();
        let end = rows.len().min(start + most.min(self.quirks.page));
        let data: Vec<_> =
            rows[start.min(end)..end].iter().map(|(id, parts)| show(id, parts)).collect();
        let next = (end < rows.len()).then(|| end.to_string());
        answer(200, &json!({"data": data, "totalItems": 7, "nextPageToken": next}))
    }

    /// What was asked for is done; the contact as it is now, and its id.
    pub(super) fn commit(&mut self, effect: Effect, now: u64) -> Option<(HttpResponse, String)> {
        let (id, parts, status) = match effect {
            Effect::None => return None,
            Effect::Make(parts) => (self.new_id(), Some(parts), 201),
            Effect::Change(id, parts) => (id, Some(parts), 200),
            Effect::Delete(id) => (id, None, 204),
        };
        if status != 201 && !self.contacts.contains_key(&id) {
            return Some((error(404, "0800404"), id));
        }
        let seen = now + self.random.below(self.quirks.lag + 1);
        self.coming.push((seen, id.clone(), parts.clone()));
        let Some(parts) = parts else {
            let old = self.contacts.remove(&id).unwrap();
            if !old["externalId"].is_null() {
                self.graves.insert(format!("{:?}", pair(&old)));
            }
            return Some((answer(204, &Value::Null), id));
        };
        let body = json!({"data": show(&id, &parts)});
        self.contacts.insert(id.clone(), parts);
        Some((answer(status, &body), id))
    }

    /// A contact that nobody can see is forgotten.
    pub(super) fn vanish(&mut self, id: &str, now: u64) {
        let invisible = |parts: &Parts| parts["phoneNumbers"].as_array().unwrap().is_empty();
        if self.contacts.get(id).is_some_and(invisible) {
            self.contacts.remove(id);
            self.coming.push((now + self.random.below(self.quirks.lag + 1), id.to_owned(), None));
        }
    }
}

/// A PATCH replaces.
fn change(id: &str, old: &Parts, request: &HttpRequest) -> (HttpResponse, Effect) {
    let text = request.body.as_ref().unwrap();
    let body: Value = serde_json::from_str(text).unwrap();
    if text.contains("\"id\":") || is_reserved(&read(&body)) {
        return (error(400, "0800400"), Effect::None);
    }
    let mut parts = read(&body);
    if is_reserved(old) && parts["source"].is_null() {
        parts.insert("source".to_owned(), old["source"].clone());
    }
    (answer(200, &Value::Null), Effect::Change(id.to_owned(), parts))
}

/// The parts of a contact as a request has them; what is left out is null or empty.
pub(super) fn read(body: &Value) -> Parts {
    let mut parts = Parts::new();
    let fields = &body["defaultFields"];
    for name in NAMES {
        parts.insert(name.to_owned(), fields[name].clone());
    }
    for name in LISTS {
        let items = fields[name].as_array().into_iter().flatten();
        let kept: Vec<_> = items.filter(|item| !item["value"].is_null()).cloned().collect();
        parts.insert(name.to_owned(), kept.into());
    }
    for field in body["customFields"].as_array().into_iter().flatten() {
        if !field["value"].is_null() {
            let name = format!("custom {}", field["key"].as_str().unwrap());
            parts.insert(name, field["value"].clone());
        }
    }
    for name in ORIGIN {
        parts.insert(name.to_owned(), body[name].clone());
    }
    parts
}

/// A contact as the API shows it, with ids of its items.
fn show(id: &str, parts: &Parts) -> Value {
    let mut fields = serde_json::Map::new();
    for name in NAMES {
        fields.insert(name.to_owned(), parts[name].clone());
    }
    for name in LISTS {
        let mut items = parts[name].clone();
        for (place, item) in items.as_array_mut().unwrap().iter_mut().enumerate() {
            item["id"] = format!("i{place}").into();
        }
        fields.insert(name.to_owned(), items);
    }
    let custom: Vec<_> = parts
        .iter()
        .filter_map(|(name, value)| Some((name.strip_prefix("custom ")?, value)))
        .map(|(key, value)| json!({"name": key, "key": key, "id": "f1", "type": "x", "value": value}))
        .collect();
    json!({
        "id": id, "externalId": parts["externalId"], "source": parts["source"],
        "sourceUrl": parts["sourceUrl"], "defaultFields": fields, "customFields": custom,
        "createdAt": "2026-01-01T00:00:00.000Z", "updatedAt": "2026-01-01T00:00:00.000Z",
        "createdByUserId": "US1", "news": true,
    })
}
