//! One line on standard error that says how far a job has come; only where somebody is looking.
use std::io::{IsTerminal, Write, stderr};

use app::jobs::{JobPhase, JobState};

/// The line.
pub struct Progress {
    seen: bool,
    shown: bool,
}

impl Progress {
    /// A line that is not there yet.
    pub fn new() -> Self {
        Self {
            seen: stderr().is_terminal(),
            shown: false,
        }
    }

    /// Shows a job's state, and takes the line away when it is over.
    pub fn show(&mut self, state: &JobState) {
        let step = state.message.as_deref().unwrap_or_default();
        let line = line(
            step,
            state.done,
            state.total,
            &state.unit,
            state.remaining_ms,
        );
        self.line(&line, state.state == JobPhase::Running);
    }

    /// Shows a line, or takes it away.
    pub fn line(&mut self, line: &str, running: bool) {
        if !self.seen || (!running && !self.shown) {
            return;
        }
        let text = if running { line } else { "" };
        // A terminal that cannot be written to has nobody in front of it.
        let _ = write!(stderr(), "\r\x1b[2K{text}").and_then(|()| stderr().flush());
        self.shown = running;
    }
}

fn line(
    step: &str,
    done: i64,
    total: Option<i64>,
    unit: &str,
    remaining_ms: Option<i64>,
) -> String {
    let mut line = match total.filter(|total| *total > 0) {
        Some(total) => format!("{step} {} % ({done} of {total} {unit})", done * 100 / total),
        None => format!("{step} {done} {unit}"),
    };
    if let Some(remaining_ms) = remaining_ms.filter(|remaining| *remaining >= 1_000) {
        line.push_str(&format!(", {} s left", remaining_ms / 1_000));
    }
    line
}

#[cfg(test)]
mod tests {
    use super::line;

    #[test]
    fn the_line_says_how_far_and_how_long() {
        let text = line("importing", 50, Some(200), "rows", Some(3_400));
        assert_eq!(text, "importing 25 % (50 of 200 rows), 3 s left");
        assert_eq!(line("reading", 7, None, "rows", None), "reading 7 rows");
    }
}
