//! The one entrance to building, testing and showing the project.

mod phone_metadata;

use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["phone-metadata"] => phone_metadata::run(false),
        ["phone-metadata", "--check"] => phone_metadata::run(true),
        _ => Err("usage: cargo xtask phone-metadata [--check]".into()),
    }
}
