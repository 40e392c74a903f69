//! The house rules that a compiler does not hold: imports run one way, and the core knows nothing of
//! JavaScript.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may panic")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The rooms from the ground up. A room may import from rooms before it, and from its own inside.
const FLOORS: [&[&str]; 15] = [
    &["decimal", "limits", "order", "phone", "pieces"],
    &["issue", "name", "phone_ffi"],
    &["record", "http"],
    &["json"],
    &["finding", "definition"],
    &["field"],
    &["draft", "policy", "column"],
    &["mapping", "suggest"],
    &["payload", "contact"],
    &["mapper"],
    &["endpoint", "explain"],
    &["operation"],
    &["ffi"],
    &["wasm"],
    &["lib"],
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn floor(room: &str) -> usize {
    let floor = FLOORS.iter().position(|rooms| rooms.contains(&room));
    floor.unwrap_or_else(|| {
        panic!("`{room}` has no floor: give it one in FLOORS and ARCHITECTURE.md")
    })
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in folder.read_dir().unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// The room of a file: `field` for `src/field.rs` and `src/field/date/civil.rs`.
fn room(path: &Path) -> String {
    let inside = path.strip_prefix(root().join("src")).unwrap();
    let first = inside.iter().next().unwrap().to_str().unwrap();
    first.trim_end_matches(".rs").to_owned()
}

/// The rooms that a source names after `crate::`, comments and tests aside.
fn imports(source: &str) -> Vec<String> {
    let code = source.split("\nmod tests {").next().unwrap();
    let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
    let mut rooms = Vec::new();
    for line in lines {
        for rest in line.split("crate::").skip(1) {
            let room: String =
                rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            rooms.push(room);
        }
    }
    rooms
}

#[test]
fn imports_run_one_way() {
    let mut files = Vec::new();
    sources(&root().join("src"), &mut files);
    let mut arrows = 0;
    for file in files {
        let own = room(&file);
        for import in imports(&std::fs::read_to_string(&file).unwrap()) {
            arrows += 1;
            let down = import == own || floor(&import) < floor(&own);
            assert!(down, "{} imports `{import}`, which is not below it", file.display());
        }
    }
    assert!(arrows > 50, "only {arrows} imports were found");
}

/// The rooms whose code names one of these words.
fn naming(words: &[&str]) -> BTreeSet<String> {
    let mut files = Vec::new();
    sources(&root().join("src"), &mut files);
    let names = |file: &PathBuf| {
        let source = std::fs::read_to_string(file).unwrap();
        let mut lines = source.lines().filter(|line| !line.trim_start().starts_with("//"));
        lines.any(|line| words.iter().any(|word| line.contains(word)))
    };
    files.iter().filter(|file| names(file)).map(|file| room(file)).collect()
}

#[test]
fn only_the_boundary_names_javascript() {
    let named = naming(&["wasm_bindgen", "js_sys", "serde_wasm_bindgen"]);
    assert_eq!(named, BTreeSet::from(["wasm".to_owned()]));
    // Data that crosses as it is says how TypeScript calls it.
    let typed = ["contact", "endpoint", "explain", "ffi", "http"].map(str::to_owned);
    assert_eq!(naming(&["tsify"]), typed.into());
}

/// What `cargo tree` says of a package that the given build may not link.
fn is_linked(package: &str, features: &[&str]) -> bool {
    let output = Command::new(env!("CARGO"))
        .current_dir(root())
        .args(["tree", "--locked", "--package", "quo-contacts", "--edges", "normal"])
        .args(["--target", "wasm32-unknown-unknown", "--no-default-features", "--prefix", "none"])
        .args(features)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let tree = String::from_utf8(output.stdout).unwrap();
    tree.lines().any(|line| line.split(' ').next() == Some(package))
}

#[test]
fn the_core_builds_without_a_javascript_crate() {
    let core = ["--features", "contact"];
    assert!(is_linked("quo-contacts", &core));
    for package in ["wasm-bindgen", "js-sys", "tsify"] {
        assert!(!is_linked(package, &core), "the core links {package}");
        assert!(is_linked(package, &["--features", "wasm"]), "the wasm does not link {package}");
    }
}

#[test]
fn phone_numbers_alone_link_nothing_of_contacts() {
    let phone = ["--features", "wasm-phone,phone-format"];
    for package in ["serde", "serde_json", "js-sys", "serde-wasm-bindgen", "tsify"] {
        assert!(!is_linked(package, &phone), "the wasm of phone numbers links {package}");
    }
    for package in ["serde", "serde_json", "wasm-bindgen"] {
        assert!(!is_linked(package, &[]), "the phone engine links {package}");
    }
}

#[test]
fn the_wasm_links_no_pattern_engine() {
    for package in ["regex", "regex-lite", "regex-automata", "phonenumber", "nom", "quick-xml"] {
        assert!(!is_linked(package, &["--all-features"]), "the wasm links {package}");
    }
}

#[test]
fn the_client_asks_the_host_of_the_limits() {
    let client = std::fs::read_to_string(root().join("pkg-template/src/client.ts")).unwrap();
    let line = format!("const BASE = \"{}\";", quo_contacts::limits::BASE_URL);
    assert!(client.contains(&line), "{line}");
}
