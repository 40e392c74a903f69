//! The one entrance to building, testing and showing the project.

#![allow(
    clippy::format_collect,
    clippy::wildcard_enum_match_arm,
    reason = "a tool of the build; what it can't read, it says"
)]

mod bench;
mod browser;
mod build;
mod demo;
mod files;
mod phone_metadata;
mod process;
mod report;
mod simulate;
mod test;
mod test_runner;
mod tools;

use std::ffi::OsString;
use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask <command>

  build [--check]   the npm package, in pkg/; --check builds it twice and compares the bytes
  test [--full] [--only <word>]...
                    everything; --only runs the steps whose name holds the word, --full adds what takes minutes
  demo [--once]     the main job on sample records against a local stand-in of Quo, then a page
  bench [name]...   what is in benches/, or the named ones of it
  simulate [--seeds <count>] [--from <seed>]
                    the operations against a simulated Quo, 100,000 seeds unless said otherwise
  phone-metadata [--check]
                    compiles the metadata of phone numbers anew; --check says whether it would differ
  phone-oracle [<count> <seed> | sample]
                    compares the phone engine with libphonenumber; `sample` writes the fixed cases anew
";

fn main() -> ExitCode {
    // Cargo calls the runner of wasm32 with paths, so these stay as the system gave them.
    let mut arguments = std::env::args_os().skip(1);
    let command = arguments.next().unwrap_or_default();
    let rest: Vec<OsString> = arguments.collect();
    let words: Vec<String> = rest.iter().map(|word| word.to_string_lossy().into_owned()).collect();
    let outcome = match command.to_string_lossy().as_ref() {
        "build" => build::run(&words),
        "test" => test::run(&words),
        "demo" => demo::run(&words),
        "bench" => bench::run(&words),
        "simulate" => simulate::run(&words),
        "phone-metadata" => phone_metadata::run(words.iter().any(|word| word == "--check")),
        "phone-oracle" => phone_oracle(&words),
        "test-runner" => test_runner::run(rest),
        other => {
            if !other.is_empty() {
                eprintln!("unknown command `{other}`\n");
            }
            eprint!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn phone_oracle(words: &[String]) -> anyhow::Result<()> {
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        [] => phone_metadata::oracle::run("500000", "7"),
        ["sample"] => phone_metadata::oracle::run("sample", ""),
        [count, seed] => phone_metadata::oracle::run(count, seed),
        other => anyhow::bail!("`phone-oracle` takes no {}", other.join(" ")),
    }
}
