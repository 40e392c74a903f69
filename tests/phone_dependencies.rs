//! What the engine is built from: no regular expressions, and nothing of the crate that ships the metadata.

#![allow(clippy::unwrap_used, reason = "without cargo there is no test")]

use std::process::Command;

#[test]
fn no_pattern_engine_is_linked() {
    let output = Command::new(env!("CARGO"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(["tree", "--package", "quo-contacts", "--edges", "normal", "--all-features"])
        .args(["--target", "wasm32-unknown-unknown", "--prefix", "none"])
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let tree = String::from_utf8(output.stdout).unwrap();
    for name in ["regex", "regex-lite", "regex-automata", "phonenumber", "nom", "quick-xml"] {
        let linked = tree.lines().any(|line| line.split(' ').next() == Some(name));
        assert!(!linked, "{name} is linked:\n{tree}");
    }
}
