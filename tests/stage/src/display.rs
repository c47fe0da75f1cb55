//! One virtual X display with a window manager. The server picks a free display number itself, so
//! any number of displays can live side by side, and its framebuffer is a file, so a picture of the
//! screen needs no X client.

use std::fs::{create_dir_all, remove_dir_all};
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

use anyhow::{Context, Result, ensure};

use crate::children::Child;
use crate::picture::Picture;

/// Width of the virtual screen.
pub const SCREEN_WIDTH_PX: u32 = 1440;
/// Height of the virtual screen.
pub const SCREEN_HEIGHT_PX: u32 = 900;

static DISPLAYS_STARTED: AtomicU32 = AtomicU32::new(0);

/// A virtual screen with a window manager on it.
#[derive(Debug)]
pub struct Display {
    name: String,
    frames: PathBuf,
    // Fields drop in this order: the window manager before the server that it talks to.
    _window_manager: Child,
    _server: Child,
}

impl Display {
    /// Starts an X server on a free display number and a window manager on it.
    pub fn start() -> Result<Self> {
        let nth = DISPLAYS_STARTED.fetch_add(1, Ordering::Relaxed);
        let frames =
            std::env::temp_dir().join(format!("counterbook-stage-{}-{nth}", std::process::id()));
        create_dir_all(&frames).with_context(|| format!("cannot create {}", frames.display()))?;
        let (server, name) = start_server(&frames)?;
        let window_manager = start_window_manager(&name)?;
        Ok(Self {
            name,
            frames,
            _window_manager: window_manager,
            _server: server,
        })
    }

    /// The display's name for `DISPLAY`, such as `:7`.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Sets what a program needs to open its window here, quietly and without a GPU.
    pub fn dress(&self, command: &mut Command) {
        dress(command, &self.name);
        // The web view composes in software here; without compositing it paints three times sooner.
        command.env("WEBKIT_DISABLE_COMPOSITING_MODE", "1");
        command.env("WEBKIT_DISABLE_DMABUF_RENDERER", "1");
    }

    /// Splits the screen into two monitors side by side, as a till with a screen for the customer
    /// has them; the left one is the first.
    pub fn split(&self) -> Result<()> {
        let half = SCREEN_WIDTH_PX / 2;
        let monitors = [("*clerk", 0, "screen"), ("customer", half, "none")];
        for (name, left, output) in monitors {
            let area = format!("{half}/190x{SCREEN_HEIGHT_PX}/238+{left}+0");
            let mut command = Command::new("xrandr");
            command.args(["--setmonitor", name, &area, output]);
            let done = command.env("DISPLAY", &self.name).output()?;
            let said = String::from_utf8_lossy(&done.stderr);
            ensure!(done.status.success(), "xrandr failed: {}", said.trim());
        }
        Ok(())
    }

    /// What is on the screen now.
    pub fn picture(&self) -> Result<Picture> {
        let file = self.frames.join("Xvfb_screen0");
        let dump =
            std::fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
        Picture::from_xwd(&dump)
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        // The folder lies in the system's temporary folder: leaving it behind harms nobody.
        let _ = remove_dir_all(&self.frames);
    }
}

fn start_server(frames: &PathBuf) -> Result<(Child, String)> {
    let screen = format!("{SCREEN_WIDTH_PX}x{SCREEN_HEIGHT_PX}x24");
    let mut command = Command::new("Xvfb");
    command.args([
        "-displayfd",
        "1",
        "-screen",
        "0",
        &screen,
        "-nolisten",
        "tcp",
        "-noreset",
    ]);
    command.arg("-fbdir").arg(frames);
    command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    let mut server = Child::start(&mut command)?;
    let stdout = server
        .take_stdout()
        .context("Xvfb has no output to tell its number on")?;
    let mut number = String::new();
    BufReader::new(stdout)
        .read_line(&mut number)
        .context("Xvfb did not tell its number")?;
    ensure!(
        !number.trim().is_empty(),
        "Xvfb ended before it had a display"
    );
    Ok((server, format!(":{}", number.trim())))
}

fn start_window_manager(display: &str) -> Result<Child> {
    let mut command = Command::new("openbox");
    command.args(["--config-file", "/etc/xdg/openbox/rc.xml"]);
    dress(&mut command, display);
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    Child::start(&mut command)
}

/// Environment of every program on the virtual screen: no session bus and no accessibility bus,
/// which would otherwise be launched for each program and outlive it.
fn dress(command: &mut Command, display: &str) {
    command
        .env("DISPLAY", display)
        .env_remove("WAYLAND_DISPLAY");
    command.env("GDK_BACKEND", "x11").env("NO_AT_BRIDGE", "1");
    command.env("DBUS_SESSION_BUS_ADDRESS", "disabled:");
}
