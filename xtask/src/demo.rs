//! Shows the main job: the package built, then `examples-web/demo`, which starts the stand-in of Quo itself.

use anyhow::Result;

use crate::files::root;
use crate::process::{command, show};
use crate::{build, tools};

pub(crate) fn run(arguments: &[String]) -> Result<()> {
    build::run(&[])?;
    let examples = root().join("examples-web");
    for name in ["quo-stand-in", "demo"] {
        let directory = examples.join(name);
        if directory.join("package-lock.json").exists() {
            tools::npm(&directory)?;
        }
    }
    let mut words = vec!["main.mjs"];
    words.extend(arguments.iter().map(String::as_str));
    show(&mut command("node", &words, &examples.join("demo")))
}
