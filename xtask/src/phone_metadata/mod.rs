//! `cargo xtask phone-metadata`: Google's phone metadata to the tables of `src/phone`.
//!
//! XML → [`source`] → patterns ([`pattern`]) → automata ([`automaton`], [`compile`]) → bytes
//! ([`encode`]). What comes out is committed, so that nobody needs this to build the library; it is the
//! same on every machine, so that a check can tell whether it is up to date.

#![allow(
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    reason = "it runs on our machines, over data that we pinned; a wrong index shall stop it"
)]

mod automaton;
mod compile;
mod encode;
mod format;
#[path = "../../../src/phone/format_model.rs"]
mod format_model;
mod matcher;
#[path = "../../../src/phone/model.rs"]
mod model;
pub(crate) mod oracle;
mod pattern;
mod source;

use crate::files::root;
use crate::process::{cargo, keep};
use anyhow::{Context, Result, bail};
use source::Territory;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The crate whose assets hold the XML; the build part of its version is Google's.
const CRATE: &str = "phonenumber";

/// Compiles the metadata that Cargo.lock pins, and writes it into `src/phone`.
///
/// # Errors
/// The XML can't be found or read; a pattern has syntax that the compiler does not know; with `check`,
/// the committed files differ from what would be written.
pub(crate) fn run(check: bool) -> Result<()> {
    let (assets, version) = locate()?;
    let territories = source::read(&fs::read_to_string(assets.join("PhoneNumberMetadata.xml"))?)?;
    let groups = group(territories);
    let plans = groups
        .iter()
        .map(|(&calling_code, territories)| compile::plan(calling_code, territories))
        .collect::<Result<Vec<_>, _>>()?;
    let binary = encode::file(&plans)?;
    let header = header(&version, plans.len());
    let (formats, formats_header) = format::files(&groups)?;

    let folder = root().join("src/phone");
    for (name, content) in [
        ("metadata.bin", binary),
        ("metadata_header.rs", header.into_bytes()),
        ("formats.bin", formats),
        ("formats_header.rs", formats_header.into_bytes()),
    ] {
        let path = folder.join(name);
        if fs::read(&path).ok().as_ref() == Some(&content) {
            continue;
        }
        if check {
            bail!(
                "src/phone/{name} is not what metadata {version} compiles to; \
                 run `cargo xtask phone-metadata` and commit the result"
            );
        }
        fs::write(&path, &content)?;
        println!("src/phone/{name}: {} bytes, metadata {version}", content.len());
    }
    Ok(())
}

/// By calling code: the main region first, then those that have no leading digits, as more numbers are theirs,
/// and else as Google lists them. That this order answers as Google's does is checked where they are compiled.
fn group(territories: Vec<Territory>) -> BTreeMap<u16, Vec<Territory>> {
    let mut groups: BTreeMap<u16, Vec<Territory>> = BTreeMap::new();
    for territory in territories {
        groups.entry(territory.calling_code).or_default().push(territory);
    }
    for group in groups.values_mut() {
        group.sort_by_key(|territory| (!territory.is_main, territory.leading_digits.is_some()));
    }
    groups
}

/// Where the pinned crate keeps its assets, and the metadata version that it ships.
fn locate() -> Result<(PathBuf, String)> {
    let arguments = ["metadata", "--format-version", "1", "--all-features", "--locked", "--quiet"];
    let said = keep(&mut cargo(&arguments, &root()))?;
    let metadata = said.lines().next().context("cargo says nothing")?;
    let metadata: serde_json::Value = serde_json::from_str(metadata)?;
    let package = metadata["packages"]
        .as_array()
        .and_then(|packages| packages.iter().find(|package| package["name"] == CRATE))
        .context("Cargo.lock does not name the crate that ships the metadata")?;
    let manifest = package["manifest_path"].as_str().context("a package without a manifest")?;
    let version = package["version"].as_str().and_then(|version| version.split_once('+'));
    let (_, version) = version.context("the crate's version does not name Google's")?;
    Ok((Path::new(manifest).with_file_name("assets"), version.to_owned()))
}

fn header(version: &str, calling_codes: usize) -> String {
    format!(
        "//! Written by `cargo xtask phone-metadata`; not to be edited.\n\n\
         /// The release of libphonenumber whose metadata this is.\n\
         pub const VERSION: &str = \"{version}\";\n\n\
         /// How many calling codes `metadata.bin` holds.\n\
         pub(super) const CALLING_CODES: usize = {calling_codes};\n"
    )
}
