//! A child process, and how long it may take.

use std::io::{self, Read, Write};
use std::process::{Child, Output};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

/// What `child` writes until it ends, given `input`; `None` where it is silent for longer than
/// `patience` and was ended. Its three streams are pipes.
pub(super) fn output(
    mut child: Child,
    input: Vec<u8>,
    patience: Duration,
) -> io::Result<Option<Output>> {
    let (sender, read) = mpsc::channel();
    if let Some(mut pipe) = child.stdin.take() {
        thread::spawn(move || pipe.write_all(&input));
    }
    let errors = child.stderr.take().map(|pipe| collect(pipe, &sender));
    let text = child.stdout.take().map(|pipe| collect(pipe, &sender));
    drop(sender);
    loop {
        match read.recv_timeout(patience) {
            Ok(()) => {}
            Err(mpsc::RecvTimeoutError::Disconnected) => break,
            Err(mpsc::RecvTimeoutError::Timeout) => {
                child.kill()?;
                child.wait()?;
                return Ok(None);
            }
        }
    }
    let all = |reader: Option<thread::JoinHandle<Vec<u8>>>| {
        reader.and_then(|it| it.join().ok()).unwrap_or_default()
    };
    let (stdout, stderr) = (all(text), all(errors));
    Ok(Some(Output { status: child.wait()?, stdout, stderr }))
}

/// All that comes out of `pipe`; `read` is told of each piece.
fn collect(
    mut pipe: impl Read + Send + 'static,
    read: &mpsc::Sender<()>,
) -> thread::JoinHandle<Vec<u8>> {
    let read = read.clone();
    thread::spawn(move || {
        let (mut all, mut piece) = (Vec::new(), vec![0; 1 << 16]);
        while let Ok(size @ 1..) = pipe.read(&mut piece) {
            all.extend(piece.iter().take(size));
            let _ = read.send(());
        }
        all
    })
}

#[cfg(all(test, unix))]
mod tests {
    use std::process::{Command, Stdio};
    use std::time::Duration;

    use super::output;

    #[test]
    fn a_child_that_is_silent_is_ended() {
        for (script, patience, want) in [
            ("cat; echo b >&2", 60_000, Some("a")),
            ("sleep 600", 50, None),
            ("exec >&- 2>&-; exit 1", 60_000, Some("")),
        ] {
            let mut command = Command::new("sh");
            command.args(["-c", script]);
            command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
            let child = command.spawn().expect("a shell");
            let patience = Duration::from_millis(patience);
            let output = output(child, b"a".to_vec(), patience).expect("it is waited for");
            let text = output.map(|it| String::from_utf8(it.stdout).expect("text"));
            assert_eq!(text.as_deref(), want, "{script}");
        }
    }
}
