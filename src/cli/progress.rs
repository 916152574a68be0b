//! What a check is busy with: a line on the terminal while it lasts, and where the time went.

use std::io::{self, IsTerminal, Write};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use crate::cli::args::Check;
use crate::cli::terminal;
use crate::engine::Stage;
use crate::report::Lang;

/// How long a check may take before anything is said about it.
const PATIENCE: Duration = Duration::from_secs(1);

/// Back to the start of the line, which is then empty.
const CLEAR: &str = "\r\u{1b}[K";

/// A part of a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// Files are looked for, read and parsed.
    Read,
    /// What the engine does with them.
    Check(Stage),
    /// Fixes are tried out and written.
    Fix,
    /// Reports are written.
    Write,
}

/// The progress of one check.
pub(super) struct Progress {
    shared: Arc<Shared>,
    line: Option<JoinHandle<()>>,
}

#[derive(Default)]
struct Shared {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    entered: Vec<(Step, Instant)>,
    is_over: bool,
}

impl Progress {
    /// The progress of a check that begins now, shown where there is a terminal for it.
    pub(super) fn new(args: &Check) -> Self {
        let shared = Arc::new(Shared::default());
        let is_shown = !args.quiet && io::stderr().is_terminal() && terminal::moves_cursor();
        let lang = terminal::lang(&args.look);
        let line = is_shown.then(|| {
            let shared = Arc::clone(&shared);
            thread::spawn(move || show(&shared, &mut io::stderr(), PATIENCE, lang))
        });
        let progress = Self { shared, line };
        progress.enter(Step::Read);
        progress
    }

    /// From now on it is `step`.
    pub(super) fn enter(&self, step: Step) {
        self.shared.state().entered.push((step, Instant::now()));
        self.shared.changed.notify_all();
    }

    /// Takes the line away, for what follows it on the terminal.
    pub(super) fn hide(&mut self) {
        self.shared.state().is_over = true;
        self.shared.changed.notify_all();
        if let Some(line) = self.line.take() {
            let _ = line.join();
        }
    }

    /// The milliseconds that each step took, the last one until now.
    pub(super) fn times(&self, lang: Lang) -> Vec<(&'static str, f64)> {
        let entered = self.shared.state().entered.clone();
        let ends = entered.iter().skip(1).map(|(_, start)| *start).chain([Instant::now()]);
        let time = |((step, start), end): (&(Step, Instant), Instant)| {
            (words(*step, lang), end.duration_since(*start).as_secs_f64() * 1000.0)
        };
        entered.iter().zip(ends).map(time).collect()
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.hide();
    }
}

impl Shared {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Tells `out` of every step that is entered after `patience`, until it is over.
fn show(shared: &Shared, out: &mut impl Write, patience: Duration, lang: Lang) {
    let waited = shared.changed.wait_timeout_while(shared.state(), patience, |it| !it.is_over);
    let mut state = waited.unwrap_or_else(PoisonError::into_inner).0;
    let mut is_shown = false;
    while !state.is_over {
        if let Some((step, _)) = state.entered.last() {
            let _ = write!(out, "{CLEAR}{}…", words(*step, lang)).and_then(|()| out.flush());
            is_shown = true;
        }
        let known = state.entered.len();
        let is_same = |it: &mut State| !it.is_over && it.entered.len() == known;
        state = shared.changed.wait_while(state, is_same).unwrap_or_else(PoisonError::into_inner);
    }
    if is_shown {
        let _ = write!(out, "{CLEAR}").and_then(|()| out.flush());
    }
}

fn words(step: Step, lang: Lang) -> &'static str {
    match (lang, step) {
        (Lang::En, Step::Read) => "reading",
        (Lang::En, Step::Check(Stage::Link)) => "linking",
        (Lang::En, Step::Check(Stage::Analyse)) => "analysing",
        (Lang::En, Step::Check(Stage::Rules)) => "applying the rules",
        (Lang::En, Step::Fix) => "fixing",
        (Lang::En, Step::Write) => "writing",
        (Lang::Zh, Step::Read) => "读取文件",
        (Lang::Zh, Step::Check(Stage::Link)) => "关联文件",
        (Lang::Zh, Step::Check(Stage::Analyse)) => "分析程序",
        (Lang::Zh, Step::Check(Stage::Rules)) => "检查规则",
        (Lang::Zh, Step::Fix) => "修复",
        (Lang::Zh, Step::Write) => "输出报告",
        (Lang::Es, Step::Read) => "leyendo",
        (Lang::Es, Step::Check(Stage::Link)) => "enlazando",
        (Lang::Es, Step::Check(Stage::Analyse)) => "analizando",
        (Lang::Es, Step::Check(Stage::Rules)) => "aplicando las reglas",
        (Lang::Es, Step::Fix) => "corrigiendo",
        (Lang::Es, Step::Write) => "escribiendo",
    }
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use super::{Shared, Step, show};
    use crate::report::Lang;

    #[test]
    fn only_what_lasts_is_shown() {
        for (patience, is_over, want) in [
            (Duration::from_secs(600), true, ""),
            (Duration::ZERO, false, "\r\u{1b}[Kleyendo…\r\u{1b}[K"),
        ] {
            let shared = Shared::default();
            shared.state().is_over = is_over;
            shared.state().entered.push((Step::Read, Instant::now()));
            let mut out = Vec::new();
            std::thread::scope(|scope| {
                scope.spawn(|| show(&shared, &mut out, patience, Lang::Es));
                std::thread::sleep(Duration::from_millis(50));
                shared.state().is_over = true;
                shared.changed.notify_all();
            });
            assert_eq!(String::from_utf8_lossy(&out), want);
        }
    }
}
