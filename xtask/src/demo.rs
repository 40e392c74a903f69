//! Shows the main job: the package built, then `examples-web/demo`, which starts the stand-in of Quo itself.

use anyhow::Result;

use crate::build;
use crate::files::root;
use crate::process::{command, show};

pub(crate) fn run(arguments: &[String]) -> Result<()> {
    build::run(&[])?;
    let mut words = vec!["main.mjs"];
    words.extend(arguments.iter().map(String::as_str));
    show(&mut command("node", &words, &root().join("examples-web/demo")))
}
