//! `cargo xtask phone-oracle`: the engine against libphonenumber's Python port, at the same metadata.
//!
//! The port comes from `PyPI` into a virtual environment under `target/`. Nothing of it is committed but
//! the verdicts on 20,000 cases and 6,000 laid-out numbers, which an ordinary test run checks.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;

use crate::files::root;
use crate::process::{cargo, show};

/// What is compared: the script that makes the cases, the committed sample and its size.
const SUBJECTS: [(&str, &str, &str); 2] =
    [("cases.py", "sample.tsv", "20000"), ("layouts.py", "layouts.tsv", "6000")];
/// The seed of the committed samples.
const SEED: &str = "1";

/// Compares `count` cases, made from `seed`; or, for a count of `sample`, makes the committed sample anew.
///
/// # Errors
/// Python or the port can't be had; the engine differs from the port in any case.
pub(crate) fn run(count: &str, seed: &str) -> Result<()> {
    let (_, version) = super::locate()?;
    let folder = root().join("target/phone-oracle");
    let python = environment(&folder.join(&version), &version)?;
    let scripts = root().join("tests/oracle");
    if count == "sample" {
        for (script, sample, size) in SUBJECTS {
            generate(&python, &scripts.join(script), [size, SEED], &scripts.join(sample))?;
        }
        return Ok(());
    }
    let [cases, layouts] =
        SUBJECTS.map(|(script, sample, _)| (scripts.join(script), folder.join(sample)));
    for (script, path) in [&cases, &layouts] {
        generate(&python, script, [count, seed], path)?;
    }
    let arguments = ["test", "--quiet", "--release", "--features", "phone-format"];
    let mut test = cargo(&arguments, &root());
    test.env("PHONE_ORACLE_CASES", cases.1).env("PHONE_ORACLE_LAYOUTS", layouts.1);
    test.args(["--test", "phone_oracle", "--test", "phone_layouts"]);
    show(test.args(["--", "--ignored", "--nocapture"]))
}

/// Makes a virtual environment with the port of this metadata version, once.
fn environment(folder: &Path, version: &str) -> Result<PathBuf> {
    let python = folder.join("bin/python");
    let ready = folder.join("ready");
    if !ready.exists() {
        fs::create_dir_all(folder)?;
        show(Command::new("python3").args(["-m", "venv"]).arg(folder))?;
        let port = format!("phonenumbers=={version}");
        show(Command::new(&python).args(["-m", "pip", "install", "--quiet", &port]))?;
        fs::write(ready, version)?;
    }
    Ok(python)
}

fn generate(python: &Path, script: &Path, given: [&str; 2], into: &Path) -> Result<()> {
    show(Command::new(python).arg("-B").arg(script).args(given).stdout(fs::File::create(into)?))
}
