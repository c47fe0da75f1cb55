//! The hub as a process.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};

/// The program, serving a folder; killed when it is dropped.
pub struct Program {
    pub child: Child,
    pub address: String,
}

impl Program {
    pub fn on(data: &Path) -> Self {
        Self::with(data, &[])
    }

    pub fn with(data: &Path, more: &[&str]) -> Self {
        let asked = [&["serve", "--listen", "127.0.0.1:0"], more].concat();
        let mut child = command(data, &asked)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut said = String::new();
        let output = child.stdout.take().unwrap();
        BufReader::new(output).read_line(&mut said).unwrap();
        Self {
            child,
            address: said.trim().to_owned(),
        }
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn command(data: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_counterbook-hub"));
    command.arg("--data").arg(data).args(arguments);
    command
}

pub fn run(data: &Path, arguments: &[&str]) -> Output {
    command(data, arguments).output().unwrap()
}
