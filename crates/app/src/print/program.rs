//! Runs a program of the system, with a limit to its time.
use std::io::{Read as _, Write as _};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use super::PATIENCE;
use crate::error::AppError;

const PAUSE: Duration = Duration::from_millis(10);
/// The most that is read of what a program says.
const SAID_BYTES: u64 = 256 * 1024;

/// What a program said on its standard output; `input` is given to it.
pub(super) fn run(command: &mut Command, input: &[u8]) -> Result<String, AppError> {
    let piped = command.stdin(Stdio::piped()).stdout(Stdio::piped());
    let started = piped.stderr(Stdio::piped()).spawn();
    let mut child = started.map_err(|error| AppError::unavailable("no_printer").with(error))?;
    let (mut stdin, stdout, stderr) =
        (child.stdin.take(), child.stdout.take(), child.stderr.take());
    let input = input.to_vec();
    let written = thread::spawn(move || {
        // A program that does not want it all closes its end; its status says why.
        let _ = stdin.as_mut().map(|to| to.write_all(&input));
    });
    let read = |from: Option<Box<dyn std::io::Read + Send>>| {
        thread::spawn(move || {
            let mut text = Vec::new();
            let _ = from.map(|from| from.take(SAID_BYTES).read_to_end(&mut text));
            String::from_utf8_lossy(&text).into_owned()
        })
    };
    let out = read(stdout.map(|it| Box::new(it) as Box<dyn std::io::Read + Send>));
    let wrong = read(stderr.map(|it| Box::new(it) as Box<dyn std::io::Read + Send>));
    let began = Instant::now();
    let status = loop {
        match child.try_wait() {
            Ok(Some(status)) => break status,
            Ok(None) if began.elapsed() < PATIENCE => thread::sleep(PAUSE),
            other => {
                let _ = child.kill().and_then(|()| child.wait());
                let why = other
                    .err()
                    .map_or_else(String::new, |error| error.to_string());
                return Err(AppError::unavailable("printer_unreachable").with(why));
            }
        }
    };
    let _ = written.join();
    let said = out.join().unwrap_or_default();
    if status.success() {
        return Ok(said);
    }
    let why = wrong.join().unwrap_or_default();
    Err(AppError::unavailable("printer_refused").with(why.trim()))
}
