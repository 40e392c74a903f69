//! `cargo xtask phone-oracle`: the engine against libphonenumber's Python port, at the same metadata.
//!
//! The port comes from `PyPI` into a virtual environment under `target/`. Nothing of it is committed but
//! the verdicts on 20,000 cases and 6,000 laid-out numbers, which an ordinary test run checks.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What is compared: the script that makes the cases, the committed sample and its size.
const SUBJECTS: [(&str, &str, &str); 2] =
    [("cases.py", "sample.tsv", "20000"), ("layouts.py", "layouts.tsv", "6000")];
/// The seed of the committed samples.
const SEED: &str = "1";

/// Compares `count` cases, made from `seed`; or, for a count of `sample`, makes the committed sample anew.
///
/// # Errors
/// Python or the port can't be had; the engine differs from the port in any case.
pub(crate) fn run(count: &str, seed: &str) -> Result<(), Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let (_, version) = super::locate(&root)?;
    let python = environment(&root, &version)?;
    let scripts = root.join("tests/oracle");
    if count == "sample" {
        for (script, sample, size) in SUBJECTS {
            fs::write(scripts.join(sample), generate(&python, &scripts.join(script), size, SEED)?)?;
        }
        return Ok(());
    }
    let folder = root.join("target/phone-oracle").canonicalize()?;
    let [cases, layouts] =
        SUBJECTS.map(|(script, sample, _)| (scripts.join(script), folder.join(sample)));
    for (script, path) in [&cases, &layouts] {
        fs::write(path, generate(&python, script, count, seed)?)?;
    }
    let mut test = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    test.current_dir(&root)
        .env("PHONE_ORACLE_CASES", cases.1)
        .env("PHONE_ORACLE_LAYOUTS", layouts.1)
        .args(["test", "--quiet", "--release", "--features", "phone-format"])
        .args(["--test", "phone_oracle", "--test", "phone_layouts", "--"])
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
    script: &Path,
    count: &str,
    seed: &str,
) -> Result<Vec<u8>, Box<dyn Error>> {
    let output = Command::new(python).arg("-B").arg(script).args([count, seed]).output()?;
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
