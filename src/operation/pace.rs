//! How many requests may start: at most ten in any second, of all that share a key.
//!
//! The server counts when a request arrives, which is later than it is sent, and not always equally late. So
//! a place in the second is free again a second after the request is sent *plus* what its answer was
//! later than the quickest ones.

use super::headers::{left, retry_after};
use super::safeguard::{Safeguard, holds};
use crate::http::HttpResponse;
use crate::limits::REQUESTS_PER_SECOND;

/// A second, and what timers and the two ends of a connection may differ.
const SECOND: u64 = 1_020;
/// What an answer may be late without its request being so.
const NOISE: u64 = 10;
/// A place is given back after that long though no answer came.
const LATEST: u64 = 1_000;
/// A pause is no longer, whatever an answer says: after it one request asks again, and the others wait for
/// what it is told.
const LONGEST_PAUSE: u64 = 10_000;
/// How far apart requests are sent that had to wait: ten at once would make each other late.
const APART: u64 = 30;
/// How often a place is looked at whose answer is late.
const AGAIN: u64 = 20;

#[derive(Clone, Copy, Debug, Default)]
struct Place {
    /// When its request was sent, and which one it was.
    sent: u64,
    ticket: u32,
    /// How late its answer was; `None` while there is none.
    late: Option<u64>,
    /// Whether it and the nine before it may stand in one second of the server's.
    full: bool,
}

/// The limiter of one key. Give one to everybody who uses it.
///
/// ```
/// use quo_contacts::operation::Pace;
///
/// let mut pace = Pace::default();
/// let tickets: Vec<_> = (0..10).map(|_| pace.acquire(0).unwrap()).collect();
/// assert_eq!(pace.acquire(0), Err(1_020));
/// // Whether the first ones came early or late is not known: each may have arrived when its answer did.
/// for ticket in tickets {
///     pace.answered(ticket, 300, None);
/// }
/// assert_eq!(pace.acquire(1_300), Err(10));
/// assert!(pace.acquire(1_310).is_ok());
/// ```
#[derive(Clone, Debug, Default)]
pub struct Pace {
    /// A ring: the next request takes the place of the one ten before it.
    places: [Option<Place>; REQUESTS_PER_SECOND],
    sent: u32,
    /// What the quickest answers took; forgets slowly.
    quickest: u64,
    /// Nothing is sent before this.
    paused: u64,
    /// What the answers asked for, which may be later.
    wanted: u64,
    /// The request that asks again before that.
    probe: Option<u32>,
}

impl Pace {
    /// A limiter that may follow upon another one of which nothing is known.
    #[must_use]
    pub fn after_another(now: u64) -> Self {
        let place = Place { sent: now, ticket: u32::MAX, late: Some(0), full: true };
        Self { places: [Some(place); REQUESTS_PER_SECOND], ..Self::default() }
    }

    /// Leave to send one request now.
    ///
    /// # Errors
    /// How many milliseconds to wait before asking again.
    pub fn acquire(&mut self, now: u64) -> Result<u32, u64> {
        let ticket = self.sent;
        let index = ticket as usize % REQUESTS_PER_SECOND;
        let before = self.places.get((index + REQUESTS_PER_SECOND - 1) % REQUESTS_PER_SECOND);
        let before = before.copied().flatten().map_or(0, |place| place.sent + APART);
        let Some(place) = self.places.get_mut(index) else { return Err(SECOND) };
        let free = place.map_or(0, |place| match place.late {
            Some(late) => (place.sent + SECOND + late).max(before),
            None if now >= place.sent + SECOND + LATEST => now,
            None => (place.sent + SECOND).max(now + AGAIN),
        });
        let free = free.max(self.paused);
        if free > now && holds(Safeguard::Pace) {
            return Err(free - now);
        }
        if now < self.wanted {
            self.paused = now + LONGEST_PAUSE;
            self.probe = Some(ticket);
        }
        *place = Some(Place { sent: now, ticket, late: None, full: false });
        let together = |place: &&Place| now.saturating_sub(place.sent) < SECOND + LATEST / 2;
        let full = self.places.iter().flatten().filter(together).count() == REQUESTS_PER_SECOND;
        if let Some(Some(place)) = self.places.get_mut(index) {
            place.full = full;
        }
        self.sent = ticket.wrapping_add(1);
        Ok(ticket)
    }

    /// Tells what became of a request that had leave: its answer, or `None` where none came.
    pub fn answered(&mut self, ticket: u32, now: u64, answer: Option<&HttpResponse>) {
        let places = &mut self.places;
        let Some(place) = places.iter_mut().flatten().find(|place| place.ticket == ticket) else {
            return;
        };
        let (sent, full) = (place.sent, place.full);
        let took = now.saturating_sub(sent);
        if answer.is_some_and(HttpResponse::is_success) {
            let slower = self.quickest + 1;
            self.quickest = if self.quickest == 0 { took } else { took.min(slower) };
        }
        // The first ones open their connections, and nothing is known yet to hold them against.
        let usual = if (ticket as usize) < REQUESTS_PER_SECOND { 0 } else { self.quickest };
        place.late = Some(took.saturating_sub(usual + NOISE).min(LATEST));
        let Some(answer) = answer else { return };
        if self.probe == Some(ticket) {
            (self.paused, self.wanted, self.probe) = (now, now, None);
        }
        let left = left(answer);
        let others = left.is_some_and(|left| left.requests == 0 && !full);
        let refused = answer.status == 429;
        if others || refused {
            let until = left.map_or(SECOND, |left| left.milliseconds);
            // A 429 may carry no time; that of an answer counts from when it was sent.
            let from = if refused { now } else { sent };
            let wanted = if refused { retry_after(answer).unwrap_or_default() } else { 0 };
            let pause = until.max(wanted);
            self.paused = self.paused.max(from.saturating_add(pause.min(LONGEST_PAUSE)));
            self.wanted = self.wanted.max(from.saturating_add(pause));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(status: u16, ratelimit: &str) -> HttpResponse {
        let headers = vec![("ratelimit".to_owned(), ratelimit.to_owned())];
        HttpResponse { status, headers, body: String::new() }
    }

    /// Sends as fast as the pace allows, each answered after what `latency` says; when each was sent.
    fn run(count: u32, latency: impl Fn(u32) -> u64) -> Vec<u64> {
        let mut pace = Pace::default();
        let mut open: Vec<(u64, u32)> = Vec::new();
        let (mut now, mut sent) = (0, Vec::new());
        while sent.len() < count as usize {
            let next = match pace.acquire(now) {
                Ok(ticket) => {
                    open.push((now + latency(ticket), ticket));
                    sent.push(now);
                    now
                }
                Err(wait) => now + wait,
            };
            open.sort_unstable();
            let first = open.first().copied().filter(|(at, _)| *at <= next);
            if let Some((at, ticket)) = first {
                open.remove(0);
                pace.answered(ticket, at, Some(&answer(200, "")));
            }
            now = first.map_or(next, |(at, _)| at.max(now));
        }
        sent
    }

    #[test]
    fn ten_in_any_second_and_hardly_fewer() {
        let sent = run(1_000, |_| 300);
        for window in sent.windows(11) {
            assert!(window[10] - window[0] >= 1_000, "{window:?}");
        }
        let rate = 1_000.0 * 990.0 / f64::from(u32::try_from(sent[999] - sent[9]).unwrap());
        assert!(rate > 9.7, "{rate} requests per second");
    }

    #[test]
    fn what_had_to_wait_is_sent_apart_and_late_is_what_the_quickest_success_was_not() {
        let mut pace = Pace::default();
        let ok = answer(200, "");
        let first: Vec<_> = (0..10).map(|_| pace.acquire(0).unwrap()).collect();
        for ticket in first {
            pace.answered(ticket, 300, Some(&ok));
        }
        for place in 0..10 {
            let sent = 1_310 + place * 30;
            assert_eq!(pace.acquire(sent - 10), Err(10));
            let ticket = pace.acquire(sent).unwrap();
            let (took, said) = if place == 1 { (5, &answer(500, "")) } else { (300, &ok) };
            pace.answered(ticket, sent + took, Some(said));
        }
        for sent in [2_330, 2_360, 2_390] {
            assert_eq!(pace.acquire(sent - 10), Err(10));
            pace.acquire(sent).unwrap();
        }
    }

    #[test]
    fn a_late_arrival_keeps_its_place() {
        // Whatever part of its latency a request spends before it is counted, no second holds eleven.
        let late = |ticket: u32| u64::from(ticket % 7) * 90;
        let sent = run(400, |ticket| 300 + late(ticket));
        for index in 50..390 {
            let arrived = sent[index] + late(u32::try_from(index).unwrap());
            assert!(sent[index + 10] >= arrived + 1_000, "request {index}");
        }
    }

    #[test]
    fn a_refusal_and_others_with_the_same_key_make_everybody_wait() {
        let mut pace = Pace::default();
        let ticket = pace.acquire(0).unwrap();
        pace.answered(ticket, 100, Some(&answer(429, r#""per-second"; r=0; t=3"#)));
        assert_eq!(pace.acquire(100), Err(3_000));
        let mut pace = Pace::default();
        let ticket = pace.acquire(0).unwrap();
        pace.answered(ticket, 100, Some(&answer(200, r#""per-second"; r=0; t=1"#)));
        assert_eq!(pace.acquire(100), Err(900));
        let mut pace = Pace::default();
        let ticket = pace.acquire(0).unwrap();
        pace.answered(ticket, 100, Some(&answer(200, r#""per-second"; r=9; t=1"#)));
        assert!(pace.acquire(100).is_ok());
    }

    #[test]
    fn what_a_server_in_trouble_wants_is_for_its_own_request() {
        let wait = |status| {
            let mut refusal = answer(status, r#""per-second"; r=0; t=1"#);
            refusal.headers.push(("retry-after".to_owned(), "3".to_owned()));
            let mut pace = Pace::default();
            let ticket = pace.acquire(0).unwrap();
            pace.answered(ticket, 100, Some(&refusal));
            pace.acquire(100)
        };
        assert_eq!((wait(429), wait(503)), (Err(3_000), Err(900)));
    }

    #[test]
    fn a_pause_ends_whatever_the_answer_says() {
        let huge = u64::MAX.to_string();
        for (name, value) in [
            ("retry-after", "3600"),
            ("retry-after", huge.as_str()),
            ("ratelimit", "a;r=0;t=3600"),
            ("ratelimit", "a;r=0;t=99999999999999999999999"),
        ] {
            let mut refusal = answer(429, "");
            refusal.headers = vec![(name.to_owned(), value.to_owned())];
            let mut pace = Pace::default();
            let (ticket, late) = (pace.acquire(0).unwrap(), pace.acquire(0).unwrap());
            pace.answered(ticket, 100, Some(&refusal));
            assert_eq!(pace.acquire(100), Err(10_000), "{name} {value}");
            let probe = pace.acquire(10_100).unwrap();
            assert_eq!(pace.acquire(10_100), Err(10_000), "one asks");
            pace.answered(late, 10_150, Some(&answer(200, "")));
            assert_eq!(pace.acquire(10_150), Err(9_950), "what was sent before tells nothing");
            pace.answered(probe, 10_200, Some(&refusal));
            assert_eq!(pace.acquire(10_200), Err(10_000), "and is told to wait again");
            let probe = pace.acquire(20_200).unwrap();
            pace.answered(probe, 20_300, Some(&answer(200, "")));
            assert!(pace.acquire(20_300).is_ok() && pace.acquire(20_300).is_ok());
        }
    }

    #[test]
    fn a_second_that_is_full_of_ones_own_requests_is_nobody_elses() {
        // The answers come when newer requests have taken the places of the older ones.
        let mut pace = Pace::default();
        let mut open = std::collections::VecDeque::new();
        let (mut now, mut sent) = (0, 0);
        while sent < 100 {
            while open.front().is_some_and(|(at, _)| *at <= now) {
                let (at, ticket) = open.pop_front().unwrap();
                let left = if sent < 10 {
                    r#""per-second"; r=5; t=1"#
                } else {
                    r#""per-second"; r=0; t=1"#
                };
                pace.answered(ticket, at, Some(&answer(200, left)));
            }
            if let Ok(ticket) = pace.acquire(now) {
                open.push_back((now + 300, ticket));
                sent += 1;
            }
            now += 1;
        }
        assert!(now < 11_500, "{now}");
    }

    #[test]
    fn ten_of_ones_own_may_share_a_second_for_half_a_second_more() {
        for (sent, wait) in [(1_519, 20), (1_520, 900)] {
            let mut pace = Pace::default();
            for _ in 0..9 {
                pace.acquire(0).unwrap();
            }
            let last = pace.acquire(sent).unwrap();
            let none_left = answer(200, r#""per-second"; r=0; t=1"#);
            pace.answered(last, sent + 100, Some(&none_left));
            assert_eq!(pace.acquire(sent + 100), Err(wait), "{sent}");
        }
    }

    #[test]
    fn nothing_is_known_after_a_fault() {
        assert_eq!(Pace::after_another(50).acquire(60), Err(1_010));
    }

    #[test]
    fn an_answer_that_never_comes_gives_its_place_back() {
        let mut pace = Pace::default();
        for _ in 0..10 {
            pace.acquire(0).unwrap();
        }
        assert_eq!(pace.acquire(1_500), Err(20));
        // Nor does one that comes late keep it for longer.
        pace.answered(0, 1_800, Some(&answer(200, "")));
        assert_eq!(pace.acquire(1_800), Err(220));
        assert!(pace.acquire(2_020).is_ok());
    }
}
