//! A child process that ends with its owner: dropped means killed by id and waited for, so that
//! neither a failed test nor an early return leaves a process behind. A family is a child that
//! starts processes of its own: it leads a process group, and the whole group ends with it.

use std::process::{Child as Process, Command, ExitStatus, Stdio};

use anyhow::{Context, Result};

/// A running process that is ended when this value is dropped.
#[derive(Debug)]
pub struct Child {
    process: Process,
    family: bool,
}

impl Child {
    /// Starts `command`; the error names the program that could not be started.
    pub fn start(command: &mut Command) -> Result<Self> {
        let program = command.get_program().to_string_lossy().into_owned();
        let process = command
            .spawn()
            .with_context(|| format!("cannot start {program}"))?;
        Ok(Self {
            process,
            family: false,
        })
    }

    /// Starts `command` as the head of a family of processes (on Unix: its own process group).
    pub fn start_family(command: &mut Command) -> Result<Self> {
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(command, 0);
        let mut child = Self::start(command)?;
        child.family = cfg!(unix);
        Ok(child)
    }

    /// The process id.
    #[must_use]
    pub fn id(&self) -> u32 {
        self.process.id()
    }

    /// The exit status when the process has ended by itself, `None` while it runs.
    pub fn ended(&mut self) -> Result<Option<ExitStatus>> {
        self.process
            .try_wait()
            .context("cannot ask for the state of a child process")
    }

    /// The process's captured standard output, once.
    pub fn take_stdout(&mut self) -> Option<std::process::ChildStdout> {
        self.process.stdout.take()
    }
}

impl Drop for Child {
    fn drop(&mut self) {
        if self.family {
            let group = format!("-{}", self.process.id());
            let _ = Command::new("kill")
                .args(["-KILL", "--", &group])
                .stderr(Stdio::null())
                .status();
        }
        // A process that has already ended cannot be killed; waiting still reaps it.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
