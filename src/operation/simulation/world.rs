//! The world between callers and Quo: time, the network, the host's clocks, and what a host does for
//! operations.

use super::super::random::Random;
use super::super::{Clock, Command, Event, Operation, Pace};
use super::Tally;
use super::happening::{Fate, Flight, Happening, Ticket};
use super::laws::Laws;
use super::model::{Effect, Quirks, Quo, answer};
use super::script::{Job, whole};
use crate::http::{HttpRequest, HttpResponse};
use serde_json::{Value, json};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap};

struct Caller {
    jobs: u64,
    run: u32,
    job: Job,
    operation: Option<Operation>,
    /// The pairs that are held, and the contact.
    pairs: Vec<String>,
    contact: Option<String>,
    under_way: bool,
    over: bool,
}

pub(super) struct World {
    now: u64,
    random: Random,
    queue: BinaryHeap<Reverse<(u64, u64)>>,
    happenings: BTreeMap<u64, Happening>,
    count: u64,
    callers: Vec<Caller>,
    quo: Quo,
    pub(super) laws: Laws,
    pace: Pace,
    clock: Clock,
    offsets: (u64, u64),
    held: BTreeSet<String>,
    contacts: Vec<String>,
    /// Of a hundred requests, how many go wrong.
    faults: u64,
    slow: u64,
    tally: Tally,
}

impl World {
    pub(super) fn new(seed: u64) -> Self {
        let mut random = Random::new(seed);
        let lag = [0, 1_000, 3_000][usize::try_from(random.below(3)).unwrap()];
        let quirks = Quirks {
            lag,
            unfiltered: [0, 0, 20][usize::try_from(random.below(3)).unwrap()],
            page: [2, 5, 50][usize::try_from(random.below(3)).unwrap()],
            vanish: (random.below(3) == 0).then_some(20_000),
        };
        let mut quo = Quo::new(quirks, random.below(u64::MAX));
        let mut contacts = Vec::new();
        for (source, external_id) in [
            (json!("public-api"), json!("p0")),
            (json!("public-api"), json!("p1")),
            (json!("crm"), json!("p2")),
            (json!("google-people"), json!("p3")),
            (Value::Null, Value::Null),
            (json!("zapier"), Value::Null),
            (json!("public-api"), Value::Null),
        ] {
            contacts.push(quo.seed(whole(&mut random, source, external_id)));
        }
        let faults = [0, 10, 30, 50][usize::try_from(random.below(4)).unwrap()];
        let slow = [50, 300, 900][usize::try_from(random.below(3)).unwrap()];
        let mut world = Self {
            now: 0,
            queue: BinaryHeap::new(),
            happenings: BTreeMap::new(),
            count: 0,
            callers: Vec::new(),
            quo,
            laws: Laws::default(),
            pace: Pace::default(),
            clock: Clock::default(),
            offsets: (1_000_000, 10_000_000),
            held: BTreeSet::new(),
            contacts,
            faults,
            slow,
            tally: Tally::default(),
            random,
        };
        let callers = 1 + world.random.below(6);
        for caller in 0..usize::try_from(callers).unwrap() {
            let jobs = 1 + world.random.below(4);
            let job = Job::any(&mut world.random, &world.contacts);
            let (pairs, contact, operation) = (Vec::new(), None, None);
            let (run, under_way, over) = (0, false, false);
            world.callers.push(Caller {
                jobs,
                run,
                job,
                operation,
                pairs,
                contact,
                under_way,
                over,
            });
            let start = world.random.below(300);
            world.later(start, Happening::Begin(caller));
        }
        for _ in 0..world.random.below(4) {
            let at = world.random.below(20_000);
            world.later(at, Happening::ClockJump);
        }
        world
    }

    pub(super) fn tally(&self) -> Tally {
        let Laws { created, written, unknown, .. } = self.laws;
        Tally { created, written, unknown, ..self.tally }
    }

    fn later(&mut self, after: u64, what: Happening) {
        self.count += 1;
        self.queue.push(Reverse((self.now + after, self.count)));
        self.happenings.insert(self.count, what);
    }

    pub(super) fn run(&mut self) {
        while let Some(Reverse((at, number))) = self.queue.pop() {
            self.now = at;
            let what = self.happenings.remove(&number).unwrap();
            self.happen(what);
            if self.laws.broken.is_some() {
                return;
            }
            if number > 50_000 {
                break;
            }
        }
        if self.callers.iter().any(|caller| !caller.over) {
            self.laws
                .broken
                .get_or_insert_with(|| format!("an operation never ended at {}", self.now));
        }
    }

    /// What the host's clocks make of the time.
    fn time(&mut self) -> u64 {
        self.clock.read(self.now + self.offsets.0, self.now + self.offsets.1)
    }

    fn happen(&mut self, what: Happening) {
        match what {
            Happening::Begin(caller) => self.begin(caller),
            Happening::Try(caller, run, request, contact) => {
                self.try_to_send(caller, run, request, contact);
            }
            Happening::Arrive(flight) => self.arrive(flight),
            Happening::Commit(flight, good, effect) => self.commit(*flight, good, effect),
            Happening::Answer(ticket, response) => self.answered(ticket, Some(&response)),
            Happening::NoAnswer(ticket) => self.answered(ticket, None),
            Happening::Woke(caller, run) => {
                if self.callers[caller].run == run {
                    self.step(caller, Event::Woke);
                }
            }
            Happening::GiveUp(caller, run) => {
                if self.callers[caller].run == run && self.callers[caller].operation.is_some() {
                    let job = self.callers[caller].job.clone();
                    self.laws.gave_up(&job);
                    self.step(caller, Event::Abort);
                }
            }
            Happening::Vanish(id) => self.quo.vanish(&id, self.now),
            Happening::ClockJump => {
                // One of them at a time, the steady one forward only.
                self.time();
                let far = 1 + self.random.below(4_000_000);
                match self.random.below(3) {
                    0 => self.offsets.0 += far,
                    1 => self.offsets.1 += far,
                    _ => self.offsets.1 -= far.min(self.offsets.1),
                }
                self.time();
            }
        }
    }

    fn begin(&mut self, index: usize) {
        let seed = self.random.below(u64::MAX);
        let caller = &mut self.callers[index];
        if caller.operation.is_none() {
            caller.operation = Some(caller.job.begin(seed));
        }
        let pairs = caller.operation.as_ref().unwrap().pairs();
        if pairs.iter().any(|pair| self.held.contains(pair)) {
            return self.later(40, Happening::Begin(index));
        }
        let (gives_up, run) = (caller.job.gives_up, caller.run);
        self.held.extend(pairs.iter().cloned());
        caller.pairs = pairs;
        if let Some(after) = gives_up {
            self.later(after, Happening::GiveUp(index, run));
        }
        self.step(index, Event::Start);
    }

    fn step(&mut self, index: usize, event: Event<'_>) {
        let now = self.time();
        let caller = &mut self.callers[index];
        let Some(operation) = &mut caller.operation else { return };
        let run = caller.run;
        match operation.next(event, now) {
            Command::Send { request, contact, .. } => {
                if caller.contact != contact
                    && let Some(held) = caller.contact.take()
                {
                    self.held.remove(&held);
                }
                self.try_to_send(index, run, Box::new(request), contact);
            }
            Command::Wait(milliseconds) => {
                let slop = self.random.below(5);
                self.later(milliseconds + slop, Happening::Woke(index, run));
            }
            Command::Page(_) => self.step(index, Event::Start),
            Command::Done(done) => {
                let job = caller.job.clone();
                self.laws.ends(&job, &done, &self.quo);
                if let Ok(super::super::Done::Contact(contact)) = &done {
                    self.contacts.push(contact.id.clone());
                }
                let caller = &mut self.callers[index];
                caller.operation = None;
                caller.run += 1;
                caller.jobs -= 1;
                for held in caller.pairs.drain(..).chain(caller.contact.take()) {
                    self.held.remove(&held);
                }
                if caller.jobs == 0 {
                    caller.over = true;
                } else {
                    caller.job = Job::any(&mut self.random, &self.contacts);
                    let pause = self.random.below(500);
                    self.later(pause, Happening::Begin(index));
                }
            }
        }
    }

    fn try_to_send(
        &mut self,
        index: usize,
        run: u32,
        request: Box<HttpRequest>,
        contact: Option<String>,
    ) {
        let now = self.time();
        let caller = &mut self.callers[index];
        // Whoever gave up while waiting sends nothing.
        if caller.run != run {
            return;
        }
        if let Some(wanted) = &contact
            && caller.contact.is_none()
        {
            if self.held.contains(wanted) {
                return self.later(40, Happening::Try(index, run, request, contact));
            }
            self.held.insert(wanted.clone());
            caller.contact.clone_from(&contact);
        }
        match self.pace.acquire(now) {
            Err(wait) => self.later(wait, Happening::Try(index, run, request, contact)),
            Ok(pace) => {
                self.laws.sends(self.now);
                let ticket = Ticket { caller: index, run: caller.run, pace };
                let job = caller.job.clone();
                caller.under_way = true;
                self.send(ticket, job, *request);
            }
        }
    }

    fn send(&mut self, ticket: Ticket, job: Job, request: HttpRequest) {
        self.tally.requests += 1;
        let wrong = self.random.below(100) < self.faults;
        self.tally.faults += u64::from(wrong);
        let fates =
            [Fate::LostBefore, Fate::LostAfter, Fate::FailsBefore, Fate::FailsAfter, Fate::Garbled];
        let fate =
            if wrong { fates[usize::try_from(self.random.below(5)).unwrap()] } else { Fate::Good };
        let up = 1 + self.random.below(self.slow);
        if fate == Fate::LostBefore {
            let after = self.random.below(3_000);
            return self.later(after, Happening::NoAnswer(ticket));
        }
        self.later(up, Happening::Arrive(Box::new(Flight { ticket, job, request, fate })));
    }

    fn arrive(&mut self, flight: Box<Flight>) {
        let (good, effect) = self.quo.arrive(&flight.request, self.now);
        self.tally.refused_for_limit += u64::from(good.status == 429);
        let down = 1 + self.random.below(self.slow);
        let ticket = flight.ticket;
        if flight.fate == Fate::FailsBefore {
            let bad = [500, 502, 503][usize::try_from(self.random.below(3)).unwrap()];
            let html = HttpResponse { status: bad, headers: Vec::new(), body: "<html>".into() };
            return self.later(down, Happening::Answer(ticket, html));
        }
        // What changes something may take its time, also after nobody is listening any more.
        let takes = if self.random.below(4) == 0 { self.random.below(1_400) } else { 0 };
        if flight.fate == Fate::LostAfter {
            let hears = self.random.below(takes + 300);
            self.later(hears, Happening::NoAnswer(ticket));
        }
        self.later(takes, Happening::Commit(flight, good, effect));
    }

    fn commit(&mut self, flight: Flight, good: HttpResponse, effect: Effect) {
        let Flight { ticket, job, fate, .. } = flight;
        let before = match &effect {
            Effect::Change(id, _) | Effect::Delete(id) => self.quo.contacts.get(id).cloned(),
            Effect::None | Effect::Make(_) => None,
        };
        let mut response = good;
        if let Some((said, id)) = self.quo.commit(effect, self.now) {
            response = said;
            if (200..300).contains(&response.status) {
                self.laws.commits(&job, &id, before.as_ref(), &self.quo);
                if let Some(lasts) = self.quo.quirks.vanish {
                    let after = self.random.below(lasts);
                    self.later(after, Happening::Vanish(id));
                }
            }
        }
        let down = 1 + self.random.below(self.slow);
        match fate {
            Fate::LostAfter | Fate::LostBefore => {}
            Fate::Good | Fate::FailsBefore => self.later(down, Happening::Answer(ticket, response)),
            Fate::FailsAfter => {
                let failed = answer(500, &json!({"message": "Unknown", "code": "0801500"}));
                self.later(down, Happening::Answer(ticket, failed));
            }
            Fate::Garbled => {
                response.body.truncate(response.body.len() / 2);
                self.later(down, Happening::Answer(ticket, response));
            }
        }
    }

    fn answered(&mut self, ticket: Ticket, response: Option<&HttpResponse>) {
        let now = self.time();
        self.pace.answered(ticket.pace, now, response);
        let caller = &mut self.callers[ticket.caller];
        if caller.run != ticket.run || !std::mem::take(&mut caller.under_way) {
            return;
        }
        self.step(ticket.caller, response.map_or(Event::NoAnswer, Event::Answer));
    }
}
