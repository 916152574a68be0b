//! Writes a synthetic mini program: `cargo bench --bench generate -- PAGES FOLDER`.

mod program;

use std::path::Path;
use std::process::ExitCode;
use std::{env, fs, io};

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).filter(|it| it != "--bench").collect();
    let (pages, folder) = match arguments.as_slice() {
        [] => return ExitCode::SUCCESS,
        [pages, folder] => (pages.parse(), Path::new(folder)),
        _ => return usage(),
    };
    match pages.map(|pages| write(pages, folder)) {
        Ok(Ok(())) => ExitCode::SUCCESS,
        Ok(Err(error)) => {
            eprintln!("cannot write: {error}");
            ExitCode::FAILURE
        }
        Err(_) => usage(),
    }
}

fn usage() -> ExitCode {
    eprintln!("usage: generate PAGES FOLDER");
    ExitCode::FAILURE
}

fn write(pages: usize, folder: &Path) -> io::Result<()> {
    for (path, text) in program::program(pages) {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap_or(folder))?;
        fs::write(path, text)?;
    }
    Ok(())
}
