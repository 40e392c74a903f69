//! Starts other programs: shown to the user, or with their output kept.

use std::io::Read;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;

use anyhow::{Context, Result, bail};

/// A command that runs in `directory`.
pub(crate) fn command(program: &str, arguments: &[&str], directory: &Path) -> Command {
    // On Windows npm is a script, which only a shell finds.
    let mut command = if cfg!(windows) && program == "npm" {
        let mut shell = Command::new("cmd");
        shell.args(["/C", program]);
        shell
    } else {
        Command::new(program)
    };
    command.args(arguments).current_dir(directory);
    command
}

/// The cargo that runs this program, as if the user had called it.
pub(crate) fn cargo(arguments: &[&str], directory: &Path) -> Command {
    let program = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let mut command = command(&program, arguments, directory);
    // What cargo tells a program about its own package makes build scripts that look at it run again,
    // and half of the dependencies with them.
    for (name, _) in std::env::vars_os() {
        let text = name.to_string_lossy();
        if text.starts_with("CARGO_PKG_") || text.starts_with("CARGO_MANIFEST_") {
            command.env_remove(&name);
        }
    }
    command
}

/// Runs a command to its end, its output going to the user.
pub(crate) fn show(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("could not start {}", name(command)))?;
    if status.success() { Ok(()) } else { bail!("{} ended with {status}", name(command)) }
}

/// Runs a command to its end; its output, and behind it what it said to standard error, is the answer or the error.
pub(crate) fn keep(command: &mut Command) -> Result<String> {
    let name = name(command);
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .with_context(|| format!("could not start {name}"))?;
    // Each stream has its own reader, or a full pipe would stop the child.
    let errors = child.stderr.take().map(|stream| thread::spawn(move || read(stream)));
    let mut output = child.stdout.take().map(read).unwrap_or_default();
    if let Some(reader) = errors {
        output.push_str(&reader.join().unwrap_or_default());
    }
    let status = child.wait().with_context(|| format!("could not wait for {name}"))?;
    if status.success() {
        Ok(output)
    } else {
        bail!("{name} ended with {status}\n{}", output.trim_end())
    }
}

fn read(mut stream: impl Read) -> String {
    let mut bytes = Vec::new();
    // What was read before a broken pipe is still worth showing.
    let _ = stream.read_to_end(&mut bytes);
    String::from_utf8_lossy(&bytes).into_owned()
}

fn name(command: &Command) -> String {
    let mut words = vec![command.get_program().to_string_lossy().into_owned()];
    words.extend(command.get_args().map(|word| word.to_string_lossy().into_owned()));
    words.join(" ")
}
