//! The parent: starts the child, tells it its work, reads its answer, and ends it when it does not
//! end itself.
use std::io::{Read as _, Write as _};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use documents::{Template, TypesetError};
use uuid::Uuid;

use super::child::{Asked, Limits, OVER_MEMORY, OVER_TIME};
use super::{Typeset, Typesetter, Work};

/// What a child gets beyond its time to end by itself.
const GRACE: Duration = Duration::from_secs(2);
const PAUSE: Duration = Duration::from_millis(2);
/// The most that is read of an answer.
const ANSWER_BYTES: u64 = 256 * 1024 * 1024;

/// A child that ended without an answer.
pub(super) fn no_answer() -> TypesetError {
    TypesetError::Form("the typesetter gave no answer".to_owned())
}

impl Typesetter {
    /// Has a template typeset by a child.
    pub(super) fn alone(
        &self,
        template: &Template,
        work: &Work,
        time: Duration,
    ) -> Result<Typeset, TypesetError> {
        let mark = Uuid::new_v4().to_string();
        let told = self.told(template, work, (time, &mark))?;
        let broken = |error: std::io::Error| TypesetError::Form(error.to_string());
        let mut child = self.command().map_err(broken)?.spawn().map_err(broken)?;
        let mut stdin = child.stdin.take();
        let written = thread::spawn(move || {
            // A child that ended does not read on; its status says why.
            let _ = stdin.as_mut().map(|to| to.write_all(&told));
        });
        let stdout = child.stdout.take();
        let read = thread::spawn(move || {
            let mut said = Vec::new();
            let _ = stdout.map(|from| from.take(ANSWER_BYTES).read_to_end(&mut said));
            said
        });
        let status = ended(&mut child, time.saturating_add(GRACE));
        let _ = written.join();
        let said = read.join().unwrap_or_default();
        self.answer(status, time, (&said, &mark))
    }

    /// Everything that the child is told.
    fn told(
        &self,
        template: &Template,
        work: &Work,
        (time, mark): (Duration, &str),
    ) -> Result<Vec<u8>, TypesetError> {
        let limits = Limits {
            time_ms: u64::try_from(time.as_millis()).unwrap_or(u64::MAX),
            memory_bytes: self.memory_bytes,
        };
        let asked = Asked {
            mark: mark.to_owned(),
            template: template.clone(),
            work: work.clone(),
        };
        let unsaid = |error: serde_json::Error| TypesetError::Form(error.to_string());
        let mut told = serde_json::to_vec(&limits).map_err(unsaid)?;
        told.push(b'\n');
        serde_json::to_writer(&mut told, &asked).map_err(unsaid)?;
        Ok(told)
    }

    fn command(&self) -> std::io::Result<Command> {
        let program = match &self.program {
            Some(program) => program.clone(),
            None => std::env::current_exe()?,
        };
        let mut command = Command::new(program);
        command.args(&self.arguments).stdin(Stdio::piped());
        command.stdout(Stdio::piped()).stderr(Stdio::null());
        without_window(&mut command);
        Ok(command)
    }

    /// What the child said, or why it said nothing.
    fn answer(
        &self,
        status: Option<ExitStatus>,
        time: Duration,
        (said, mark): (&[u8], &str),
    ) -> Result<Typeset, TypesetError> {
        let over_time = TypesetError::OverTime {
            seconds: time.as_secs(),
        };
        let Some(status) = status else {
            return Err(over_time);
        };
        match status.code() {
            Some(OVER_TIME) => Err(over_time),
            Some(OVER_MEMORY) => Err(TypesetError::OverMemory {
                megabytes: self.memory_bytes / 1_000_000,
            }),
            _ => {
                let said = String::from_utf8_lossy(said);
                let answer = said.split_once(mark).map(|(_, answer)| answer);
                let line = answer.and_then(|answer| answer.lines().next());
                let read = line.and_then(|line| serde_json::from_str(line).ok());
                read.unwrap_or_else(|| Err(no_answer()))
            }
        }
    }
}

/// Waits for the child's end; ends it, and gives none, when it takes longer.
fn ended(child: &mut Child, time: Duration) -> Option<ExitStatus> {
    let began = Instant::now();
    loop {
        match child.try_wait() {
            Ok(Some(status)) => return Some(status),
            Ok(None) if began.elapsed() < time => thread::sleep(PAUSE),
            _ => {
                let _ = child.kill().and_then(|()| child.wait());
                return None;
            }
        }
    }
}

/// No console window flashes up beside the product's own.
#[cfg(windows)]
fn without_window(command: &mut Command) {
    use std::os::windows::process::CommandExt as _;
    const CREATE_NO_WINDOW: u32 = 0x0800_0000;
    command.creation_flags(CREATE_NO_WINDOW);
}

#[cfg(not(windows))]
fn without_window(_command: &mut Command) {}
