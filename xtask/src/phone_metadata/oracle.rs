//! `cargo xtask phone-oracle`: the engine against libphonenumber's Python port, at the same metadata.
//!
//! The port comes from PyPI into a virtual environment under `target/`. Nothing of it is committed but
//! the verdicts on 20,000 cases, which an ordinary test run checks.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// How many cases `tests/oracle/sample.tsv` holds, and the seed from which they were made.
const SAMPLE: (&str, &str) = ("20000", "1");

/// Compares `count` cases, made from `seed`; or, for a count of `sample`, makes the committed sample anew.
///
/// # Errors
/// Python or the port can't be had; the engine differs from the port in any case.
pub(crate) fn run(count: &str, seed: &str) -> Result<(), Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let (_, version) = super::locate(&root)?;
    let python = environment(&root, &version)?;
    if count == "sample" {
        let cases = generate(&python, &root, SAMPLE.0, SAMPLE.1)?;
        return Ok(fs::write(root.join("tests/oracle/sample.tsv"), cases)?);
    }
    let path = root.join("target/phone-oracle/cases.tsv");
    fs::write(&path, generate(&python, &root, count, seed)?)?;
    let mut test = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    test.current_dir(&root)
        .env("PHONE_ORACLE_CASES", path.canonicalize()?)
        .args(["test", "--quiet", "--release", "--test", "phone_oracle", "--"])
        .args(["--ignored", "--nocapture"]);
    finished(&mut test)
}

/// Makes a virtual environment with the port of this metadata version, once.
fn environment(root: &Path, version: &str) -> Result<PathBuf, Box<dyn Error>> {
    let folder = root.join("target/phone-oracle").join(version);
    let python = folder.join("bin/python");
    if !folder.join("ready").exists() {
        fs::create_dir_all(&folder)?;
        finished(Command::new("python3").args(["-m", "venv"]).arg(&folder))?;
        let port = format!("phonenumbers=={version}");
        finished(Command::new(&python).args(["-m", "pip", "install", "--quiet", &port]))?;
        fs::write(folder.join("ready"), version)?;
    }
    Ok(python)
}

fn generate(
    python: &Path,
    root: &Path,
    count: &str,
    seed: &str,
) -> Result<Vec<u8>, Box<dyn Error>> {
    let script = root.join("tests/oracle/cases.py");
    let output = Command::new(python).arg(script).args([count, seed]).output()?;
    if output.status.success() {
        Ok(output.stdout)
    } else {
        Err(String::from_utf8_lossy(&output.stderr).into_owned().into())
    }
}

fn finished(command: &mut Command) -> Result<(), Box<dyn Error>> {
    let status = command.status()?;
    if status.success() { Ok(()) } else { Err(format!("{command:?}: {status}").into()) }
}
