//! Measures: every directory of `benches/` is a Node program of its own, with a `main.mjs` and maybe a lock file.

use std::fs;

use anyhow::{Context, Result, bail};

use crate::files::root;
use crate::process::{command, show};
use crate::{browser, build, tools};

pub(crate) fn run(names: &[String]) -> Result<()> {
    build::run(&[])?;
    let benches = root().join("benches");
    let mut found = Vec::new();
    for entry in fs::read_dir(&benches).context("there is no benches/ here")? {
        let path = entry?.path();
        if path.join("main.mjs").exists() {
            found.push(path);
        }
    }
    found.sort();
    let chrome = browser::chrome();
    let mut ran = false;
    for directory in found {
        let name = directory.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if !names.is_empty() && !names.contains(&name) {
            continue;
        }
        if directory.join("package-lock.json").exists() {
            tools::npm(&directory)?;
        }
        println!("\n{name}");
        let mut bench = command("node", &["--expose-gc", "main.mjs"], &directory);
        show(bench.envs(chrome.as_ref().map(|path| ("CHROME", path))))?;
        ran = true;
    }
    if ran { Ok(()) } else { bail!("no bench has such a name") }
}
