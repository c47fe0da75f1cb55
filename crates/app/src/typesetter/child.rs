//! The child: reads its limits and its work, and says what came of it. It watches itself, so that
//! it ends at its limits even when nobody is left who could end it.
use std::io::{BufRead as _, Read as _, Write as _};
use std::process::ExitCode;
use std::thread;
use std::time::{Duration, Instant};

use documents::{Template, TypesetError};
use serde::{Deserialize, Serialize};

use super::{ARGUMENT, Typeset, Work};

/// The status of a child that took too long.
pub(super) const OVER_TIME: i32 = 86;
/// The status of a child that needed too much memory.
pub(super) const OVER_MEMORY: i32 = 87;
/// How often it looks at itself.
const LOOK_EVERY: Duration = Duration::from_millis(5);
/// Deep layouts need more than a thread usually has.
const STACK_BYTES: usize = 32 * 1024 * 1024;

/// The first line of what a child is told.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(super) struct Limits {
    pub time_ms: u64,
    pub memory_bytes: u64,
}

/// The second line.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Asked {
    /// Stands before the answer: whatever else the program prints is none.
    pub mark: String,
    pub template: Template,
    pub work: Work,
}

/// Whether this program was started as a typesetter.
pub fn is_asked() -> bool {
    std::env::args_os().nth(1).is_some_and(|it| it == ARGUMENT)
}

/// Typesets what standard input asks for, and says on standard output what came of it.
pub fn serve() -> ExitCode {
    match answered() {
        Some(()) => ExitCode::SUCCESS,
        None => ExitCode::FAILURE,
    }
}

fn answered() -> Option<()> {
    let mut stdin = std::io::stdin().lock();
    let mut line = String::new();
    stdin.read_line(&mut line).ok()?;
    watch(serde_json::from_str(&line).ok()?)?;
    let mut rest = Vec::new();
    stdin.read_to_end(&mut rest).ok()?;
    let asked: Asked = serde_json::from_slice(&rest).ok()?;
    let mark = asked.mark.clone();
    let work = thread::Builder::new().stack_size(STACK_BYTES);
    let work = work.spawn(move || asked.work.typeset(&asked.template));
    let answer: Result<Typeset, TypesetError> = work.ok()?.join().ok()?;
    let answer = serde_json::to_string(&answer).ok()?;
    let mut stdout = std::io::stdout().lock();
    write!(stdout, "\n{mark}{answer}\n").ok()?;
    stdout.flush().ok()
}

/// Ends this process at its limits.
fn watch(limits: Limits) -> Option<()> {
    let until = Instant::now().checked_add(Duration::from_millis(limits.time_ms))?;
    let look = move || loop {
        if Instant::now() >= until {
            std::process::exit(OVER_TIME);
        }
        let used = memory_stats::memory_stats().map_or(0, |used| used.physical_mem as u64);
        if used > limits.memory_bytes {
            std::process::exit(OVER_MEMORY);
        }
        thread::sleep(LOOK_EVERY);
    };
    thread::Builder::new().spawn(look).ok().map(drop)
}
