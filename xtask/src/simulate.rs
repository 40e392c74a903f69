//! Runs the operations of the core against a simulated Quo, seed after seed.

use anyhow::{Context, Result, bail};

use crate::files::root;
use crate::process::{cargo, show};

/// `--seeds N` of them from `--from S`.
pub(crate) fn run(arguments: &[String]) -> Result<()> {
    let (mut seeds, mut from) = (100_000_u64, 0_u64);
    for pair in arguments.chunks(2) {
        let [name, value] = pair else { bail!("`{}` needs a number", pair.join(" ")) };
        let number = value.parse().with_context(|| format!("`{name}` takes a number"))?;
        match name.as_str() {
            "--seeds" => seeds = number,
            "--from" => from = number,
            other => bail!("`simulate` takes no {other}"),
        }
    }
    // Two processes, because a world is one thread.
    let half = seeds.div_ceil(2);
    let mut children = Vec::new();
    let program = build()?;
    for (count, start) in [(half, from), (seeds - half, from + half)] {
        let mut child = crate::process::command(&program, &[], &root());
        child
            .args(["operation::simulation::the_laws_hold", "--exact", "--nocapture"])
            .env("SIMULATE_SEEDS", count.to_string())
            .env("SIMULATE_FROM", start.to_string())
            .env("RUST_BACKTRACE", "0");
        if count > 0 {
            children.push(child.spawn().context("could not start the simulation")?);
        }
    }
    let mut failed = false;
    for mut child in children {
        failed |= !child.wait()?.success();
    }
    if failed {
        bail!("a law did not hold");
    }
    Ok(())
}

/// The test program, optimized; the answer is its path.
fn build() -> Result<String> {
    let arguments = [
        "test",
        "--quiet",
        "--locked",
        "--profile",
        "simulate",
        "--package",
        "quo-contacts",
        "--lib",
    ];
    show(cargo(&arguments, &root()).arg("--no-run"))?;
    let listed = crate::process::keep(cargo(&arguments, &root()).args([
        "--no-run",
        "--message-format",
        "json",
    ]))?;
    let artifacts =
        listed.lines().filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok());
    let mut programs =
        artifacts.filter_map(|artifact| Some(artifact.get("executable")?.as_str()?.to_owned()));
    programs.next().context("cargo named no test program")
}
