//! Runs every test there is, in one command.

use anyhow::Result;

use crate::browser::{self, Browser};
use crate::files::root;
use crate::process::{cargo, command, keep};
use crate::report::Report;
use crate::{build, tools};

/// Runs the steps; `--only <word>` picks those whose name holds the word.
pub(crate) fn run(arguments: &[String]) -> Result<()> {
    let only = arguments.iter().filter(|word| *word != "--only").cloned().collect();
    let mut report = Report::new(only);
    rust(&mut report);
    wasm(&mut report);
    package(&mut report);
    stand_in(&mut report);
    report.finish()
}

fn rust(report: &mut Report) {
    let run = |arguments: &[&str]| keep(&mut cargo(arguments, &root())).map(|_| String::new());
    report.step("rustfmt", || run(&["fmt", "--all", "--check"]));
    report.step("clippy, host", || {
        run(&[
            "clippy",
            "--quiet",
            "--locked",
            "--workspace",
            "--all-targets",
            "--",
            "-D",
            "warnings",
        ])
    });
    report.step("clippy, wasm32", || {
        tools::wasm_target()?;
        run(&[
            "clippy",
            "--quiet",
            "--locked",
            "--package",
            "quo-contacts",
            "--all-targets",
            "--features",
            "wasm",
            "--target",
            "wasm32-unknown-unknown",
            "--",
            "-D",
            "warnings",
        ])
    });
    report.step("Rust tests", || {
        keep(&mut cargo(&["test", "--locked", "--workspace"], &root()))
            .map(|output| summed(&output))
    });
}

fn wasm(report: &mut Report) {
    let arguments = [
        "test",
        "--locked",
        "--package",
        "quo-contacts",
        "--features",
        "wasm",
        "--target",
        "wasm32-unknown-unknown",
        "--test",
        "wasm",
    ];
    report.step("wasm-bindgen-test, Node", || {
        tools::wasm_target()?;
        tools::node()?;
        keep(cargo(&arguments, &root()).env("WASM_BINDGEN_USE_NODE_EXPERIMENTAL", "1"))
            .map(|output| summed(&output))
    });
    report.step("wasm-bindgen-test, Chromium", || {
        tools::wasm_target()?;
        let browser = browser::find()?;
        let capabilities = browser::capabilities(&browser, &root().join("target/webdriver"))?;
        keep(
            cargo(&arguments, &root())
                .env("WASM_BINDGEN_USE_BROWSER", "1")
                .env("CHROMEDRIVER", &browser.driver)
                .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", capabilities),
        )
        .map(|output| summed(&output))
    });
}

fn package(report: &mut Report) {
    if !report.step("package: build", build::make) {
        return;
    }
    report.step("package: two builds, the same bytes", build::same_bytes);
    let tool = |arguments: &[&str]| keep(&mut command("node", arguments, &tools::javascript()?));
    let silent = |arguments: &[&str]| tool(arguments).map(|_| String::new());
    let suite = |name: &str| tool(&["run.mjs", name]).map(|output| summed(&output));
    report.step("package: biome", || {
        let biome = tools::javascript()?.join("node_modules/@biomejs/biome/bin/biome");
        keep(command("node", &[], &root()).arg(biome).args(["ci", "."])).map(|_| String::new())
    });
    report.step("package: publint", || {
        silent(&["node_modules/publint/src/cli.js", "../../pkg", "--strict"])
    });
    report.step("package: are the types wrong", || {
        let cli = "node_modules/@arethetypeswrong/cli/dist/index.js";
        silent(&[cli, "--pack", "../../pkg", "--exclude-entrypoints", "contact.wasm", "--no-emoji"])
    });
    report.step("package: types", || suite("types"));
    report.step("package: Node", || suite("node"));
    report.step("package: workerd", || suite("workerd"));
    report.step("package: page in Chromium", || {
        let Browser { chrome, .. } = browser::find()?;
        keep(command("node", &["run.mjs", "browser"], &tools::javascript()?).env("CHROME", chrome))
            .map(|output| summed(&output))
    });
    report.step("README", || suite("readme"));
}

fn stand_in(report: &mut Report) {
    report.step("the stand-in of Quo", || {
        let directory = root().join("examples-web/quo-stand-in");
        tools::npm(&directory)?;
        keep(&mut command("npm", &["test"], &directory)).map(|output| summed(&output))
    });
}

/// The lines of a test run that say how much ran.
fn summed(output: &str) -> String {
    let sums = ["test result:", "# tests", "# pass", "ℹ tests", "ℹ pass"];
    let lines: Vec<&str> = output
        .lines()
        .map(str::trim)
        .filter(|line| sums.iter().any(|sum| line.starts_with(sum)) && !line.contains(" 0 passed"))
        .collect();
    lines.join("\n")
}
