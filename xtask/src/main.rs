//! The one entrance to building, testing and showing the project.

fn main() {}
