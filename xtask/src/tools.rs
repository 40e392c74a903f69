//! Fetches what a fresh machine lacks, with the ordinary package clients: the wasm target and the npm packages.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::files::root;
use crate::process::{command, keep, show};

/// The oldest Node that all tools run on.
const OLDEST_NODE: (u32, u32) = (20, 19);

/// Adds the wasm target to the toolchain in use, where rustup manages it.
pub(crate) fn wasm_target() -> Result<()> {
    let target = "wasm32-unknown-unknown";
    let Ok(installed) = keep(&mut command("rustup", &["target", "list", "--installed"], &root()))
    else {
        // A toolchain without rustup brings its targets itself; the build will say what is missing.
        return Ok(());
    };
    if installed.lines().any(|line| line.trim() == target) {
        return Ok(());
    }
    show(&mut command("rustup", &["target", "add", target], &root()))
}

/// Node, new enough.
pub(crate) fn node() -> Result<()> {
    let (major, minor) = OLDEST_NODE;
    let needed = format!("Node {major}.{minor} or later is needed");
    let answer = keep(&mut command("node", &["--version"], &root()))
        .with_context(|| format!("{needed} (https://nodejs.org)"))?;
    let mut parts = answer.trim().trim_start_matches('v').split('.').map(str::parse::<u32>);
    match (parts.next(), parts.next()) {
        (Some(Ok(major)), Some(Ok(minor))) if (major, minor) >= OLDEST_NODE => Ok(()),
        _ => bail!("{needed}, found {}", answer.trim()),
    }
}

/// The packages that a committed lock file names, installed once per state of that lock file.
pub(crate) fn npm(directory: &Path) -> Result<()> {
    let lock = directory.join("package-lock.json");
    let wanted = fs::read(&lock).with_context(|| format!("{} is missing", lock.display()))?;
    let stamp = directory.join("node_modules/.installed-lock.json");
    if fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    node()?;
    keep(&mut command("npm", &["ci", "--no-audit", "--no-fund"], directory))?;
    fs::create_dir_all(directory.join("node_modules"))?;
    fs::write(&stamp, wanted).with_context(|| format!("could not write {}", stamp.display()))
}

/// The directory of the JavaScript tools, with its packages installed.
pub(crate) fn javascript() -> Result<PathBuf> {
    let directory = root().join("tests/js");
    npm(&directory)?;
    Ok(directory)
}
