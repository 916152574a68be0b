//! How long hostile input takes and how much memory: `HOSTILE=100000 cargo test --release --test
//! it -- hostile::measure --nocapture` prints the table of HOSTILE.md. On Linux only. `ONLY=word`
//! measures those with the word in their name.

use std::fs;
use std::path::Path;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use super::inputs::inputs;
use super::places::places;
use crate::interfaces::{command, folder};

/// Longer than this is a failure.
const LIMIT: Duration = Duration::from_secs(120);

/// The characters of an outcome.
const LONGEST: usize = 120;

/// What is found in the file that is hostile in no program.
const SOUND: &str = "pages/b/b.axml:1:2: error[missing-on-error]";

#[test]
fn measure() {
    let Some(size) = std::env::var("HOSTILE").ok().and_then(|size| size.parse().ok()) else {
        return;
    };
    let only = std::env::var("ONLY").unwrap_or_default();
    let mut faults = Vec::new();
    println!("| input | file | bytes | outcome | time | memory |\n|---|---|---:|---|---:|---:|");
    for input in inputs(size).into_iter().filter(|it| it.name.contains(&only)) {
        let files = input.files();
        let files: Vec<(&str, &str)> =
            files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
        let program = folder(&files);
        faults.extend(row(program.path(), input.name, input.size(), input.path, true));
    }
    for place in places().into_iter().filter(|it| it.name.contains(&only)) {
        let (program, bytes) = place.program(size);
        faults.extend(row(program.path(), place.name, bytes as usize, place.path, place.goes_on));
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

/// Prints the row of `program`, whose file `path` is hostile; what is wrong with it, if anything.
fn row(program: &Path, name: &str, bytes: usize, path: &str, goes_on: bool) -> Option<String> {
    let args = ["check", "--verbose", "--format", "concise=out"];
    let mut command = command(program, &args);
    let start = Instant::now();
    let errors = fs::File::create(program.join("errors")).expect("a file");
    let child = command.stdout(Stdio::null()).stderr(errors).spawn().expect("it runs");
    let Ran { memory, time, code } = watched(child, start);
    let found = fs::read_to_string(program.join("out")).unwrap_or_default();
    let said = fs::read_to_string(program.join("errors")).unwrap_or_default();
    let outcome = outcome(&found, &said, path);
    let file = path.rsplit('/').next().unwrap_or(path);
    let seconds = format!("{}.{:02}", time / 100, time % 100);
    println!("| {name} | `{file}` | {bytes} | {outcome} | {seconds} s | {memory} MiB |");
    let is_right = if goes_on { found.contains(SOUND) } else { code == Some(2) };
    (!is_right).then(|| format!("{name}: {code:?} {found:.500} {said:.500}"))
}

/// What became of `path`, in a few words.
fn outcome(found: &str, said: &str, path: &str) -> String {
    let of = |prefix: &str| {
        let mut lines = found.lines().chain(said.lines());
        lines.find_map(|line| line.strip_prefix(prefix).map(str::to_owned))
    };
    let refused = found.lines().find_map(|line| {
        let (place, text) = line.strip_prefix(path)?.split_once(": error[syntax-error] ")?;
        Some(format!("`syntax-error` at {}: {text}", place.trim_start_matches(':')))
    });
    let not_checked = of(&format!("not checked: {path}")).map(|why| format!("not checked{why}"));
    let refused = refused.or(not_checked).or_else(|| of("error: "));
    let own = found.lines().filter(|line| line.starts_with(path)).count();
    let words = refused.unwrap_or_else(|| format!("checked; findings: {own}"));
    let words = words.replace('|', "\\|");
    match words.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &words[..end]),
        None => words,
    }
}

/// How a process ran.
#[derive(Default)]
struct Ran {
    /// The most memory that it held at once, in MiB.
    memory: u64,
    /// The time that it kept processors busy, in hundredths of a second.
    time: u64,
    code: Option<i32>,
}

/// How `child` runs until its end.
fn watched(mut child: Child, start: Instant) -> Ran {
    let mut ran = Ran::default();
    loop {
        let of = |name: &str| {
            fs::read_to_string(format!("/proc/{}/{name}", child.id())).unwrap_or_default()
        };
        let (status, stat) = (of("status"), of("stat"));
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kilobytes = peak.and_then(|it| it.split_whitespace().next()?.parse::<u64>().ok());
        ran.memory = ran.memory.max(kilobytes.unwrap_or(0) / 1024);
        // Behind the name in brackets: user and system time are the 12th and 13th field.
        let fields = stat.rsplit_once(") ").map_or("", |it| it.1).split(' ').skip(11).take(2);
        ran.time = ran.time.max(fields.filter_map(|it| it.parse::<u64>().ok()).sum());
        if let Some(ended) = child.try_wait().expect("the binary ends") {
            ran.code = ended.code();
            return ran;
        }
        if start.elapsed() > LIMIT {
            child.kill().expect("the binary is ended");
        }
        std::thread::sleep(Duration::from_millis(1));
    }
}
