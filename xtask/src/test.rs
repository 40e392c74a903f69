//! Runs every test there is, in one command.

use std::path::Path;
use std::process::Command;

use anyhow::{Result, bail};

use crate::browser::{self, Browser};
use crate::files::root;
use crate::process::{cargo, command, keep};
use crate::report::Report;
use crate::{build, phone_metadata, simulate, tools};

/// Runs the steps; `--only <word>` picks those whose name holds the word, `--full` adds those that take minutes.
pub(crate) fn run(arguments: &[String]) -> Result<()> {
    let full = arguments.iter().any(|word| word == "--full");
    let arguments: Vec<_> = arguments.iter().filter(|word| *word != "--full").cloned().collect();
    let unknown = arguments.iter().find(|word| word.starts_with('-') && *word != "--only");
    if let Some(unknown) = unknown {
        bail!("`test` takes no {unknown}");
    }
    let only = arguments.iter().filter(|word| *word != "--only").cloned().collect();
    let mut report = Report::new(only);
    rust(&mut report);
    wasm(&mut report);
    package(&mut report);
    if full {
        long(&mut report);
    }
    examples(&mut report);
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
            "--features",
            "quo-contacts/phone-format",
            "--",
            "-D",
            "warnings",
        ])
    });
    report.step("clippy, wasm32", || {
        tools::wasm_target()?;
        let package = ["clippy", "--quiet", "--locked", "--package", "quo-contacts", "--lib"];
        let target = ["--features", "wasm", "--target", "wasm32-unknown-unknown"];
        run(&[&package[..], &target, &["--", "-D", "warnings"]].concat())
    });
    report.step("clippy, phone numbers and forms alone, on both", || {
        tools::wasm_target()?;
        let wasm = ["--target", "wasm32-unknown-unknown"];
        for (features, target) in
            [("", &[][..]), ("wasm-phone,phone-format", &wasm), ("form", &[]), ("wasm-form", &wasm)]
        {
            let package = ["clippy", "--quiet", "--locked", "--package", "quo-contacts", "--lib"];
            let alone = ["--no-default-features", "--features", features];
            run(&[&package[..], &alone, target, &["--", "-D", "warnings"]].concat())?;
        }
        Ok(String::new())
    });
    report.step("Rust tests, phone numbers alone", || {
        let alone = ["test", "--locked", "--package", "quo-contacts", "--no-default-features"];
        let tests = ["--lib", "--test", "phone_oracle", "--test", "phone_cases"];
        keep(&mut cargo(&[&alone[..], &tests].concat(), &root())).map(|output| summed(&output))
    });
    report.step("Rust tests", || {
        let features = ["--features", "quo-contacts/phone-format"];
        keep(cargo(&["test", "--locked", "--workspace"], &root()).args(features))
            .map(|output| summed(&output))
    });
    report.step("documentation", || {
        let arguments = ["doc", "--quiet", "--locked", "--no-deps", "--package", "quo-contacts"];
        let features = ["--features", "phone-format"];
        keep(
            cargo(&[&arguments[..], &features].concat(), &root())
                .env("RUSTDOCFLAGS", "--deny warnings"),
        )
        .map(|_| String::new())
    });
    report.step("fuzz targets: they compile", || {
        run(&["check", "--quiet", "--locked", "--manifest-path", "fuzz/Cargo.toml"])
    });
    report
        .step("phone metadata: as compiled", || phone_metadata::run(true).map(|()| String::new()));
}

fn wasm(report: &mut Report) {
    let package = ["test", "--locked", "--package", "quo-contacts", "--lib"];
    let target = ["--features", "wasm", "--target", "wasm32-unknown-unknown"];
    let arguments = [&package[..], &target].concat();
    let run = || -> Result<Command> {
        tools::wasm_target()?;
        let mut test = cargo(&arguments, &root());
        // This very program is the runner, so cargo need not look whether it is up to date; cargo would
        // split a path with a space.
        let program = std::env::current_exe()?;
        let path = program.to_string_lossy();
        if program.exists() && !path.contains(char::is_whitespace) {
            let command = format!("{path} test-runner");
            test.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", command);
        }
        Ok(test)
    };
    report.step("wasm-bindgen-test, Node", || {
        tools::node()?;
        keep(&mut run()?).map(|output| summed(&output))
    });
    report.step("wasm-bindgen-test, Chromium", || {
        let browser = browser::find()?;
        let capabilities = browser::capabilities(&browser, &root().join("target/webdriver"))?;
        keep(
            run()?
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
        let mut check = command("node", &[], &root());
        keep(check.arg(biome).args(["ci", "--colors=off", "--error-on-warnings", "."]))
            .map(|_| String::new())
    });
    report.step("package: publint", || {
        silent(&["node_modules/publint/src/cli.js", "../../pkg", "--strict"])
    });
    report.step("package: are the types wrong", || {
        let cli = "node_modules/@arethetypeswrong/cli/dist/index.js";
        silent(
            &[cli, "--pack", "../../pkg", "--no-emoji", "--exclude-entrypoints"]
                .into_iter()
                .chain([
                    "contact.wasm",
                    "form.wasm",
                    "phone.wasm",
                    "phone-format.wasm",
                    "mapping.schema.json",
                    // It knows where it lies, as only a module does: CommonJS has it by `import()`.
                    "url",
                ])
                // It does not look behind the `*` of the languages, which are all built alike.
                .chain(["--include-entrypoints", "messages/en", "messages/de"])
                .collect::<Vec<_>>(),
        )
    });
    report.step("package: types", || suite("types"));
    report.step("package: Node", || suite("node"));
    report.step("package: workerd", || suite("workerd"));
    report.step("package: edge worker, in workerd, Node and Deno", || suite("worker"));
    report.step("package: page in Chromium", || {
        let Browser { chrome, .. } = browser::find()?;
        keep(command("node", &["run.mjs", "browser"], &tools::javascript()?).env("CHROME", chrome))
            .map(|output| summed(&output))
    });
    report.step("package: form libraries, in Chromium and Firefox", || {
        let forms = root().join("tests/forms");
        let Browser { chrome, .. } = browser::find()?;
        let firefox = browser::firefox()?;
        tools::npm(&forms)?;
        let mut run = command("node", &["run.mjs"], &forms);
        keep(run.env("CHROME", chrome).env("FIREFOX", firefox)).map(|output| summed(&output))
    });
    report.step("package: matrix, a bundler, runtime and test runner of each kind", || {
        matrix().and_then(|mut run| keep(&mut run)).map(|output| summed(&output))
    });
    report.step("README", || suite("readme"));
}

/// The rows of the matrix of bundlers, runtimes and test runners.
fn matrix() -> Result<Command> {
    let matrix = root().join("tests/matrix");
    let Browser { chrome, .. } = browser::find()?;
    tools::npm(&matrix)?;
    let mut run = command("node", &["run.mjs"], &matrix);
    run.env("CHROME", chrome);
    Ok(run)
}

/// What takes minutes: a day's import against a server that fails, a crowd, and a minute without Quo.
fn long(report: &mut Report) {
    report.step("package: 2,000 upserts, of which every third request fails", || {
        let suite = ["run.mjs", "node", "upsert-http"];
        keep(command("node", &suite, &tools::javascript()?).env("FULL", "1"))
            .map(|output| summed(&output))
    });
    report.step("package: edge worker, 500 submissions at once, and Quo down for a minute", || {
        let suite = ["run.mjs", "worker", "gate", "queue"];
        keep(command("node", &suite, &tools::javascript()?).env("FULL", "1"))
            .map(|output| summed(&output))
    });
    report.step("package: matrix, all bundlers, runtimes and test runners", || {
        let mut run = matrix()?;
        run.env("FULL", "1").env("FIREFOX", browser::firefox()?);
        // Where it can't be had, the rest of the matrix is worth running, and its row says that it was skipped.
        let missing = match browser::webkit() {
            Ok(webkit) => {
                run.env("WEBKIT", webkit);
                String::new()
            }
            Err(error) => format!("\n{error:#}"),
        };
        keep(&mut run).map(|output| summed(&output) + &missing)
    });
    report.step("simulation: 100,000 seeds", || simulate::run(&[]).map(|()| String::new()));
}

fn examples(report: &mut Report) {
    let examples = root().join("examples-web");
    let stand_in = examples.join("quo-stand-in");
    let npm = |words: &[&str], directory: &Path| {
        keep(&mut command("npm", words, directory)).map(|output| summed(&output))
    };
    report.step("the stand-in of Quo", || {
        tools::npm(&stand_in)?;
        npm(&["test"], &stand_in)
    });
    report.step("examples: types and biome", || {
        tools::npm(&stand_in)?;
        npm(&["run", "check"], &stand_in)
    });
    report.step("the lead form: its parts", || {
        tools::npm(&stand_in)?;
        npm(&["test"], &examples.join("lead-form"))
    });
    report.step("the lead form: with the package, in Chromium", || {
        tools::javascript()?;
        let Browser { chrome, .. } = browser::find()?;
        let mut run = command("npm", &["run", "test:package"], &examples.join("lead-form"));
        keep(run.env("CHROME", chrome)).map(|output| summed(&output))
    });
    report.step("the lead form: with the package, in Firefox", || {
        let firefox = browser::firefox()?;
        tools::npm(&root().join("tests/forms"))?;
        tools::javascript()?;
        let mut run = command("npm", &["run", "test:firefox"], &examples.join("lead-form"));
        keep(run.env("FIREFOX", firefox)).map(|output| summed(&output))
    });
    report.step("the demo: its parts", || {
        tools::npm(&stand_in)?;
        npm(&["test"], &examples.join("demo"))
    });
    report.step("the demo: with the package, in Node and Chromium", || {
        let Browser { chrome, .. } = browser::find()?;
        let mut run = command("npm", &["run", "test:package"], &examples.join("demo"));
        keep(run.env("CHROME", chrome)).map(|output| summed(&output))
    });
}

/// The lines of a test run that say how much ran, and what did not.
fn summed(output: &str) -> String {
    let sums = ["test result:", "# tests", "# pass", "ℹ tests", "ℹ pass", "SKIPPED:"];
    let lines: Vec<&str> = output
        .lines()
        .map(str::trim)
        .filter(|line| sums.iter().any(|sum| line.starts_with(sum)) && !line.contains(" 0 passed"))
        .collect();
    lines.join("\n")
}
