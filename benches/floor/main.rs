//! Programs that do less than any linter can: `cargo bench --bench floor -- TASK LIST`.
//!
//! `--version` is the start of a program that uses clap and does nothing; `read` reads the
//! files that LIST names, one on a line; `parse` also parses the scripts among them, on one thread.

mod swc;

use std::path::PathBuf;
use std::{fs, io};

use clap::{Parser, ValueEnum};

#[derive(Parser)]
#[command(version)]
struct Arguments {
    task: Option<Task>,
    list: Option<PathBuf>,
    /// What `cargo bench` adds.
    #[arg(long, hide = true)]
    bench: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Task {
    Read,
    Parse,
}

fn main() -> io::Result<()> {
    let Arguments { task: Some(task), list: Some(list), .. } = Arguments::parse() else {
        return Ok(());
    };
    let (mut bytes, mut scripts, mut unread) = (0, 0, 0);
    for path in fs::read_to_string(list)?.lines() {
        let text = fs::read_to_string(path)?;
        bytes += text.len();
        let typescript = path.ends_with(".ts");
        if task == Task::Parse && (typescript || path.ends_with(".js")) {
            scripts += 1;
            unread += usize::from(!swc::parse(&text, typescript));
        }
    }
    println!("{bytes} bytes, {scripts} scripts, {unread} of them cannot be parsed");
    Ok(())
}
