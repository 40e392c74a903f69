//! Runs the steps of a test run and says how each one went.

use std::fmt::Write as _;
use std::time::Duration;
#[expect(
    clippy::disallowed_types,
    reason = "a build tool may read the clock; the core may not"
)]
use std::time::Instant;

use anyhow::{Result, bail};

/// The steps so far.
#[derive(Default)]
pub(crate) struct Report {
    only: Vec<String>,
    passed: usize,
    failed: Vec<String>,
}

impl Report {
    /// A report that runs the steps whose name holds one of the words; all of them without words.
    pub(crate) fn new(only: Vec<String>) -> Self {
        Self { only, ..Self::default() }
    }

    /// Runs one step and prints its name, its time, and its output where it failed.
    ///
    /// The answer says whether it passed, for steps that others need.
    pub(crate) fn step(&mut self, name: &str, work: impl FnOnce() -> Result<String>) -> bool {
        if !self.only.is_empty() && !self.only.iter().any(|word| name.contains(word.as_str())) {
            return true;
        }
        println!("· {name}");
        #[expect(
            clippy::disallowed_types,
            reason = "a build tool may read the clock; the core may not"
        )]
        let start = Instant::now();
        match work() {
            Ok(note) => {
                self.passed += 1;
                println!("  ok, {}{}", seconds(start.elapsed()), indent(&note));
                true
            }
            Err(error) => {
                println!("  FAILED, {}{}", seconds(start.elapsed()), indent(&format!("{error:#}")));
                self.failed.push(name.to_owned());
                false
            }
        }
    }

    /// Prints the sum; an error where a step failed, or where none ran.
    pub(crate) fn finish(self) -> Result<()> {
        for name in &self.failed {
            println!("FAILED: {name}");
        }
        println!("{} passed, {} failed", self.passed, self.failed.len());
        if self.passed + self.failed.len() == 0 {
            bail!("no step has such a name");
        }
        if self.failed.is_empty() { Ok(()) } else { bail!("{} failed", self.failed.join(", ")) }
    }
}

fn seconds(time: Duration) -> String {
    format!("{:.1} s", time.as_secs_f64())
}

fn indent(text: &str) -> String {
    text.trim().lines().fold(String::new(), |mut all, line| {
        // Writing to a string can't fail.
        let _ = write!(all, "\n  {line}");
        all
    })
}
