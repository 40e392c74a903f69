//! The operations against a model of Quo, on a simulated clock: what seed decides everything.
//!
//! Requests and answers are lost, late and out of order, the server fails before and after it writes, lists lag
//! and ignore their filter, clocks jump, callers give up. Whatever happens, the laws of [`laws`] hold.
//! `cargo xtask simulate --seeds N` runs more seeds, `--from S` others.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]

mod happening;
mod laws;
mod model;
mod script;
mod world;

use super::safeguard::{Safeguard, without};
use world::World;

/// What a seed led to.
#[derive(Clone, Copy, Debug, Default)]
struct Tally {
    requests: u64,
    faults: u64,
    refused_for_limit: u64,
    created: u64,
    written: u64,
    unknown: u64,
}

/// Runs a world to its end; which law did not hold.
fn run(seed: u64) -> Result<Tally, String> {
    let mut world = World::new(seed);
    world.run();
    match world.laws.broken.take() {
        Some(law) => Err(law),
        None => Ok(world.tally()),
    }
}

fn number(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).map_or(otherwise, |text| text.parse().unwrap())
}

#[test]
fn the_laws_hold() {
    let (seeds, from) = (number("SIMULATE_SEEDS", 2_000), number("SIMULATE_FROM", 0));
    let mut sum = Tally::default();
    for seed in from..from + seeds {
        match run(seed) {
            Ok(tally) => {
                sum.requests += tally.requests;
                sum.faults += tally.faults;
                sum.refused_for_limit += tally.refused_for_limit;
                sum.created += tally.created;
                sum.written += tally.written;
                sum.unknown += tally.unknown;
            }
            Err(law) => {
                panic!("seed {seed}: {law}\nagain: cargo xtask simulate --seeds 1 --from {seed}")
            }
        }
    }
    println!("{seeds} seeds from {from}: {sum:?}");
    // Worlds in which nothing happens prove nothing; in one alone nothing may happen.
    let quiet = [sum.created, sum.written, sum.faults].iter().any(|count| *count <= seeds);
    assert!(seeds < 100 || !quiet, "{sum:?}");
}

/// In some world a law must fail without the safeguard, and hold with it.
#[track_caller]
fn is_needed(safeguard: Safeguard, laws: &[&str]) {
    for seed in 0..2_000 {
        if let Err(said) = without(Some(safeguard), || run(seed)) {
            assert!(laws.iter().any(|law| said.starts_with(law)), "seed {seed}: {said}");
            assert!(run(seed).is_ok(), "seed {seed} fails with {safeguard:?}, too");
            return;
        }
    }
    panic!("no law needs {safeguard:?}");
}

#[test]
fn an_update_without_the_merge_loses_what_it_does_not_name() {
    is_needed(Safeguard::Merge, &["an update changed what it does not name"]);
}

#[test]
fn a_blind_second_post_makes_a_second_contact() {
    is_needed(Safeguard::LookUp, &["two contacts"]);
}

#[test]
fn without_the_limiter_a_second_holds_too_many() {
    is_needed(Safeguard::Pace, &["more than ten requests in a second"]);
}

#[test]
fn a_listed_row_on_trust_is_somebody_elses() {
    is_needed(Safeguard::Recheck, &["somebody else's contact", "two contacts"]);
}

#[test]
fn contacts_of_integrations_need_their_refusal() {
    is_needed(Safeguard::Native, &["a contact of an integration was written"]);
}
