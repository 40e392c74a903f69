//! The one entrance to building, testing and showing the project.

mod phone_metadata;

use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["phone-metadata"] => phone_metadata::run(false),
        ["phone-metadata", "--check"] => phone_metadata::run(true),
        ["phone-oracle"] => phone_metadata::oracle::run("500000", "7"),
        ["phone-oracle", "sample"] => phone_metadata::oracle::run("sample", ""),
        ["phone-oracle", count, seed] => phone_metadata::oracle::run(count, seed),
        _ => {
            Err("usage: cargo xtask phone-metadata [--check] | phone-oracle [COUNT SEED | sample]"
                .into())
        }
    }
}
