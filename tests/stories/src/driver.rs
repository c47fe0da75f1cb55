//! A session with the web driver that drives the real window: the handful of commands of the
//! WebDriver recommendation (W3C) that the stories need. The driver, the window and the session
//! end with this value.

use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use stage::{Child, Display};
use ureq::Agent;

use crate::places;

/// The key under which WebDriver names an element.
pub const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";
/// How often a driver is started until one of them listens.
const ATTEMPTS: u32 = 3;
const START_LIMIT: Duration = Duration::from_secs(15);
const ANSWER_LIMIT: Duration = Duration::from_secs(60);

/// A running application under a driver.
pub struct Driver {
    session: String,
    agent: Agent,
    _process: Child,
}

impl Driver {
    /// Starts the driver on `display` and the application with its own `folder` and `arguments`.
    pub fn start(display: &Display, folder: &Path, arguments: &[&str]) -> Result<Self> {
        still_toolkit(folder)?;
        let agent = agent();
        let (process, base) = listen(&agent, display, folder)?;
        let application = places::desktop()?;
        let options = json!({ "application": application, "args": arguments });
        let wanted = json!({ "capabilities": { "alwaysMatch": { "tauri:options": options } } });
        let answer = post(&agent, &format!("{base}/session"), &wanted)?;
        let id = answer["sessionId"]
            .as_str()
            .context("the driver opened no session")?;
        Ok(Self {
            session: format!("{base}/session/{id}"),
            agent,
            _process: process,
        })
    }

    /// Posts a command of the session and answers with its value.
    pub fn post(&self, path: &str, body: &Value) -> Result<Value> {
        post(&self.agent, &format!("{}/{path}", self.session), body)
    }

    /// Gets a value of the session.
    pub fn get(&self, path: &str) -> Result<Value> {
        let response = self.agent.get(format!("{}/{path}", self.session)).call()?;
        value_of(path, response)
    }

    /// Runs a script in the page and answers with what it returns.
    pub fn script(&self, script: &str, arguments: Value) -> Result<Value> {
        self.post(
            "execute/sync",
            &json!({ "script": script, "args": arguments }),
        )
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Ends the application in good order; what does not answer ends with the driver's family.
        let _ = self.agent.delete(&self.session).call();
    }
}

/// A caret that blinks and panes that slide would never let a picture settle.
fn still_toolkit(home: &Path) -> Result<()> {
    let folder = home.join(".config/gtk-3.0");
    std::fs::create_dir_all(&folder)?;
    let settings = "[Settings]\ngtk-cursor-blink=0\ngtk-enable-animations=0\n";
    std::fs::write(folder.join("settings.ini"), settings).context("no settings of the toolkit")
}

fn agent() -> Agent {
    let config = Agent::config_builder().http_status_as_error(false);
    config.timeout_global(Some(ANSWER_LIMIT)).build().into()
}

fn post(agent: &Agent, url: &str, body: &Value) -> Result<Value> {
    value_of(url, agent.post(url).send_json(body)?)
}

fn value_of(what: &str, mut response: ureq::http::Response<ureq::Body>) -> Result<Value> {
    let good = response.status().is_success();
    let mut answer: Value = response.body_mut().read_json()?;
    if !good {
        bail!("the driver refused {what}: {}", answer["value"]["message"]);
    }
    Ok(answer["value"].take())
}

/// A driver that listens, and where. A port that was free may be somebody else's a moment later:
/// then another driver tries other ports.
fn listen(agent: &Agent, display: &Display, folder: &Path) -> Result<(Child, String)> {
    for _ in 1..ATTEMPTS {
        if let Ok(listening) = try_to_listen(agent, display, folder) {
            return Ok(listening);
        }
    }
    try_to_listen(agent, display, folder)
}

fn try_to_listen(agent: &Agent, display: &Display, folder: &Path) -> Result<(Child, String)> {
    let (port, native_port) = (free_port()?, free_port()?);
    let mut command = Command::new(places::driver()?);
    command.arg("--port").arg(port.to_string());
    command.arg("--native-port").arg(native_port.to_string());
    command
        .env("COUNTERBOOK_DATA_DIR", folder)
        .env("HOME", folder);
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    display.dress(&mut command);
    let mut process = Child::start_family(&mut command)?;
    let base = format!("http://127.0.0.1:{port}");
    wait_for_driver(agent, &base, &mut process)?;
    Ok((process, base))
}

fn wait_for_driver(agent: &Agent, base: &str, process: &mut Child) -> Result<()> {
    let started = Instant::now();
    loop {
        let answers = agent.get(format!("{base}/status")).call().is_ok();
        if let Some(status) = process.ended()? {
            bail!("the driver ended before it listened ({status})");
        }
        if answers {
            return Ok(());
        }
        if started.elapsed() > START_LIMIT {
            bail!("the driver did not answer in {START_LIMIT:?}");
        }
        std::thread::sleep(Duration::from_millis(50));
    }
}

/// A port that is free now. The driver takes it a moment later.
fn free_port() -> Result<u16> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    Ok(listener.local_addr()?.port())
}
