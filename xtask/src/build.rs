//! Builds the npm package: the wasm, its glue, the TypeScript facade, in `pkg/`.

mod script;

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};

use crate::files::{below, empty, root};
use crate::process::{cargo, command, keep};
use crate::tools;

/// One wasm of the package: its name there, the features of the core that it is made of, and what the compiler
/// is to spare: bytes (`z`, `s`) or time (`3`).
struct Engine {
    name: &'static str,
    features: &'static str,
    opt_level: &'static str,
    /// What it is to spare where it becomes JavaScript, which is read as text before it runs.
    script: &'static str,
}

/// Four, because a form shall not load what it does not need, nor who wants phone numbers only the form, nor the
/// display formats of the world.
/// Whole records are mapped by the hundred thousand: there time is worth more than bytes.
const ENGINES: [Engine; 4] = [
    Engine { name: "contact", features: "wasm", opt_level: "3", script: "z" },
    Engine { name: "form", features: "wasm-form", opt_level: "z", script: "z" },
    Engine { name: "phone", features: "wasm-phone", opt_level: "s", script: "s" },
    Engine {
        name: "phone-format",
        features: "wasm-phone,phone-format",
        opt_level: "s",
        script: "s",
    },
];

/// One way to build: where cargo and the tools work, and where the package ends up.
struct Layout {
    target: PathBuf,
    work: PathBuf,
    package: PathBuf,
}

impl Layout {
    /// `name` keeps the parts of two builds apart; the package of the ordinary one is `pkg/`.
    fn new(name: &str, package: PathBuf) -> Self {
        let target = root().join("target").join(name);
        Self { work: target.join("glue"), target, package }
    }
}

pub(crate) fn run(arguments: &[String]) -> Result<()> {
    let layout = Layout::new("package", root().join("pkg"));
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        [] => print!("{}", package(&layout)?),
        ["--check"] => {
            print!("{}", package(&layout)?);
            println!("{}", same_bytes()?);
        }
        other => bail!("`build` takes no {}", other.join(" ")),
    }
    Ok(())
}

/// Builds `pkg/`; the answer is the table of sizes.
pub(crate) fn make() -> Result<String> {
    package(&Layout::new("package", root().join("pkg")))
}

/// Builds once more from nothing, elsewhere, and compares every byte with `pkg/`.
pub(crate) fn same_bytes() -> Result<String> {
    let again = Layout::new("package-again", root().join("target/package-again/pkg"));
    empty(&again.target)?;
    package(&again)?;
    let first = root().join("pkg");
    let names = below(&first)?;
    ensure!(names == below(&again.package)?, "two builds gave different sets of files");
    for name in &names {
        ensure!(
            fs::read(first.join(name))? == fs::read(again.package.join(name))?,
            "two builds gave different bytes in {}",
            name.display()
        );
    }
    Ok(format!("two builds, the same bytes in {} files", names.len()))
}

fn package(layout: &Layout) -> Result<String> {
    let tools = tools::javascript()?;
    tools::wasm_target()?;
    empty(&layout.work)?;
    for engine in &ENGINES {
        let wasm = compile(engine, engine.opt_level, &layout.target)?;
        bind(engine.name, &wasm, &layout.work)?;
        let [bound, small] =
            ["_bg.wasm", ".wasm"].map(|ending| layout.work.join(engine.name.to_owned() + ending));
        optimize(&bound, &small, &tools)?;
        let wasm = compile(engine, engine.script, &layout.target)?;
        script::make(engine.name, &wasm, &layout.work, &tools)?;
    }
    empty(&layout.package)?;
    let script = root().join("pkg-template/build.mjs");
    keep(
        command("node", &[], &root())
            .arg(script)
            .args([layout.work.as_os_str(), layout.package.as_os_str()]),
    )
}

/// Compiles the core; with both crate types at once Cargo would drop the link-time optimization.
fn compile(engine: &Engine, opt_level: &str, target: &Path) -> Result<PathBuf> {
    let places = places()?;
    let remap = |(place, name): &(String, String)| format!("--remap-path-prefix={place}={name}");
    let flags: Vec<_> = places.iter().map(remap).collect();
    let triple = "wasm32-unknown-unknown";
    keep(
        cargo(
            &["rustc", "--quiet", "--locked", "--package", "quo-contacts", "--lib", "--release"],
            &root(),
        )
        .args(["--crate-type", "cdylib", "--target", triple])
        .args(["--no-default-features", "--features", engine.features])
        .env("CARGO_TARGET_DIR", target)
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", opt_level)
        .env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}")),
    )?;
    let wasm = target.join(triple).join("release/quo_contacts.wasm");
    let bytes = fs::read(&wasm)?;
    for (place, _) in &places {
        let told = bytes.windows(place.len()).any(|window| window == place.as_bytes());
        ensure!(!told, "{} tells of {place}", wasm.display());
    }
    Ok(wasm)
}

/// Where sources lie on this machine, and what they are called instead: panic messages hold the paths of source
/// files, and two machines would give different bytes.
fn places() -> Result<Vec<(String, String)>> {
    let name = |path: &Path, name: &str| (path.display().to_string(), name.to_owned());
    let mut places = vec![name(&root(), "quo-contacts")];
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    if let Some(home) = home.or_else(|| std::env::home_dir().map(|home| home.join(".cargo"))) {
        places.push(name(&home, "cargo"));
    }
    // The standard library's sources are called by where they lie, if the component `rust-src` is there.
    let rustc = |arguments: &[&str]| keep(&mut command("rustc", arguments, &root()));
    let sources = Path::new(rustc(&["--print", "sysroot"])?.trim()).join("lib/rustlib/src/rust");
    let version = rustc(&["--version", "--verbose"])?;
    let commit = version.lines().find_map(|line| line.strip_prefix("commit-hash: "));
    let commit = commit.context("rustc says no commit")?;
    places.push(name(&sources, &format!("/rustc/{commit}")));
    Ok(places)
}

/// Makes the glue; neutral, because each entry of the package brings the wasm in its own way.
fn bind(name: &str, wasm: &Path, directory: &Path) -> Result<()> {
    let arguments: [OsString; 9] = [
        "wasm-bindgen".into(),
        wasm.into(),
        "--target".into(),
        "web".into(),
        "--omit-default-module-path".into(),
        "--out-name".into(),
        name.into(),
        "--out-dir".into(),
        directory.into(),
    ];
    wasm_bindgen_cli::wasm_bindgen::run_cli_with_args(arguments)?;
    let glue = directory.join(format!("{name}.js"));
    let mut text = fs::read_to_string(&glue).context("wasm-bindgen left no glue")?;
    // The facade makes instances itself: `instanceof WebAssembly.Module`, which `initSync` asks, fails across realms.
    text.push_str("\nexport { __wbg_get_imports, __wbg_finalize_init };\n");
    fs::write(&glue, text)?;
    let types = directory.join(format!("{name}.d.ts"));
    let mut text = fs::read_to_string(&types).context("wasm-bindgen left no types")?;
    text.push_str("\nexport function __wbg_get_imports(): WebAssembly.Imports;\n");
    text.push_str("export function __wbg_finalize_init(instance: WebAssembly.Instance, module: WebAssembly.Module): InitOutput;\n");
    fs::write(&types, text)?;
    Ok(())
}

fn binaryen(tools: &Path, name: &str) -> Result<PathBuf> {
    let program = tools.join("node_modules/binaryen/bin").join(name);
    ensure!(program.exists(), "binaryen has no {name} at {}", program.display());
    Ok(program)
}

/// Makes the wasm smaller: here `-O3` does so more than `-Oz`. No feature is named: the module's
/// `target_features` section tells them, until it is stripped. The first KiB is the far end of a stack of one
/// MiB, and no offset is ever reckoned from there.
fn optimize(from: &Path, to: &Path, tools: &Path) -> Result<()> {
    let program = binaryen(tools, "wasm-opt")?;
    keep(
        command("node", &[], &root())
            .arg(program)
            .args(["-O3", "--low-memory-unused", "--strip-producers", "--strip-target-features"])
            .arg(from)
            .arg("-o")
            .arg(to),
    )
    .map(drop)
}
