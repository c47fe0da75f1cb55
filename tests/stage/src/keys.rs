//! Real key strokes and clicks through the X server (`xdotool`): what a person's keyboard would
//! send, including to native dialogs that no web driver can see.

use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};

use crate::display::Display;

/// The keyboard of one display.
#[derive(Debug, Clone)]
pub struct Keys {
    display: String,
}

impl Keys {
    /// The keyboard of `display`.
    #[must_use]
    pub fn of(display: &Display) -> Self {
        Self {
            display: display.name().to_owned(),
        }
    }

    /// Presses a key or a chord by its X name: `Return`, `ctrl+a`.
    pub fn press(&self, chord: &str) -> Result<()> {
        self.tool(&["key", "--clearmodifiers", chord]).map(drop)
    }

    /// Types a text, key by key.
    pub fn type_text(&self, text: &str) -> Result<()> {
        self.tool(&["type", "--clearmodifiers", "--delay", "8", text])
            .map(drop)
    }

    /// Types a code as a scanner does: without a breath between the keys, Enter at the end.
    pub fn scan(&self, code: &str) -> Result<()> {
        let typed = [
            "type",
            "--clearmodifiers",
            "--delay",
            "1",
            "--args",
            "1",
            code,
        ];
        self.tool(&[&typed[..], &["key", "Return"]].concat())
            .map(drop)
    }

    /// Waits until a visible window's title matches `pattern`, gives it the focus and answers with
    /// its id.
    pub fn wait_for_window(&self, pattern: &str) -> Result<String> {
        let ids = self.tool(&["search", "--sync", "--onlyvisible", "--name", pattern])?;
        let id = ids
            .lines()
            .last()
            .context("no window with that title")?
            .trim()
            .to_owned();
        self.tool(&["windowactivate", "--sync", &id])?;
        Ok(id)
    }

    /// Whether a visible window's title matches `pattern` now.
    #[must_use]
    pub fn sees_window(&self, pattern: &str) -> bool {
        self.tool(&["search", "--onlyvisible", "--name", pattern])
            .is_ok_and(|ids| !ids.trim().is_empty())
    }

    fn tool(&self, arguments: &[&str]) -> Result<String> {
        // The limit of `timeout` ends a search that would wait forever for a window that never
        // comes.
        let output = Command::new("timeout")
            .args(["20", "xdotool"])
            .args(arguments)
            .env("DISPLAY", &self.display)
            .stdin(Stdio::null())
            .output()
            .context("cannot start xdotool")?;
        let said = String::from_utf8_lossy(&output.stderr);
        ensure!(
            output.status.success(),
            "xdotool {arguments:?} failed: {}",
            said.trim()
        );
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    }
}
