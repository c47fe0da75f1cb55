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
        self.press_all(&[chord])
    }

    /// Presses keys or chords one after the other, as fast as fingers may; what is pressed in one
    /// go stays one sequence, however busy the machine is.
    pub fn press_all(&self, chords: &[&str]) -> Result<()> {
        let press = ["key", "--clearmodifiers", "--delay", "40"];
        self.tool(&[&press[..], chords].concat()).map(drop)
    }

    /// Types a text, key by key, as fast as fingers may: any faster is a scanner.
    pub fn type_text(&self, text: &str) -> Result<()> {
        self.tool(&["type", "--clearmodifiers", "--delay", "50", text])
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

    /// Scans codes one after the other, with a rest after each, as fast as a row of them comes.
    pub fn scan_all(&self, codes: &[&str], rest_ms: u32) -> Result<()> {
        let rest = format!("{}", f64::from(rest_ms) / 1_000.0);
        let each = |code: &&str| {
            let typed = ["type", "--delay", "1", "--args", "1", code];
            let ended = ["key", "Return", "sleep", &rest];
            [&typed[..], &ended]
                .concat()
                .into_iter()
                .map(str::to_owned)
                .collect::<Vec<_>>()
        };
        let all: Vec<String> = codes.iter().flat_map(each).collect();
        let all: Vec<&str> = all.iter().map(String::as_str).collect();
        self.tool_within(300, &all).map(drop)
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

    /// Where the window with this title is: left, top, width and height of its page, in pixels.
    pub fn place_of_window(&self, pattern: &str) -> Result<[i32; 4]> {
        let id = self.tool(&["search", "--onlyvisible", "--name", pattern])?;
        let id = id.lines().last().context("no window with that title")?;
        let said = self.tool(&["getwindowgeometry", "--shell", id.trim()])?;
        let figure = |name: &str| -> Result<i32> {
            let mut lines = said.lines().filter_map(|line| line.split_once('='));
            let found = lines.find(|(key, _)| *key == name);
            Ok(found.context("no such figure")?.1.parse()?)
        };
        Ok([
            figure("X")?,
            figure("Y")?,
            figure("WIDTH")?,
            figure("HEIGHT")?,
        ])
    }

    fn tool(&self, arguments: &[&str]) -> Result<String> {
        self.tool_within(20, arguments)
    }

    /// The limit ends a search that would wait forever for a window that never comes.
    fn tool_within(&self, limit_s: u32, arguments: &[&str]) -> Result<String> {
        let output = Command::new("timeout")
            .args([&limit_s.to_string(), "xdotool"])
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
