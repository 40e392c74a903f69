//! Runs a test binary of wasm32: what `.cargo/config.toml` names as the runner, so that nothing needs installing.

use std::ffi::OsString;

use anyhow::Result;

pub(crate) fn run(arguments: Vec<OsString>) -> Result<()> {
    let program = OsString::from("wasm-bindgen-test-runner");
    wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(
        std::iter::once(program).chain(arguments),
    )
}
