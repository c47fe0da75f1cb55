//! A hub on loopback, as a program of its own, that can be cut off and come back at its address.

use std::io::{BufRead as _, BufReader};
use std::net::{Ipv4Addr, TcpListener};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};
use stage::Child;
use tempfile::TempDir;

use crate::places;

/// A hub, which ends with this value.
pub struct Hub {
    data: TempDir,
    listen: String,
    process: Option<Child>,
}

impl Hub {
    /// Starts a new hub.
    pub fn start() -> Result<Self> {
        let free = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let mut hub = Self {
            data: tempfile::tempdir()?,
            listen: free.local_addr()?.to_string(),
            process: None,
        };
        drop(free);
        hub.come_back()?;
        Ok(hub)
    }

    /// The address that devices call.
    #[must_use]
    pub fn address(&self) -> String {
        format!("http://{}", self.listen)
    }

    /// A code that the first device of a book enrols with.
    pub fn code(&self) -> Result<String> {
        let said = self.command()?.arg("invite").output()?;
        ensure!(said.status.success(), "the hub gave no code: {said:?}");
        Ok(String::from_utf8(said.stdout)?.trim().to_owned())
    }

    /// Ends it, as a power cut does.
    pub fn cut(&mut self) {
        self.process = None;
    }

    /// Starts it again at the same address.
    pub fn come_back(&mut self) -> Result<()> {
        let mut command = self.command()?;
        command.args(["serve", "--listen", &self.listen]);
        command.stdout(Stdio::piped()).stderr(Stdio::null());
        let mut process = Child::start(&mut command)?;
        let output = process
            .take_stdout()
            .context("the hub says where it listens")?;
        let mut said = String::new();
        BufReader::new(output).read_line(&mut said)?;
        ensure!(said.trim() == self.address(), "the hub listens at {said}");
        self.process = Some(process);
        Ok(())
    }

    fn command(&self) -> Result<Command> {
        let mut command = Command::new(places::hub()?);
        command.arg("--data").arg(self.data.path());
        Ok(command)
    }
}
