//! The hub's program, served for a workload, and devices that it knows.

use stage::Child;
use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use sync::hub::{Hub, Keys};
use sync::{About, Place as _};
use uuid::Uuid;

/// The book that is copied.
pub const BOOK: Uuid = Uuid::from_u128(0xb00c);

/// Where a hub keeps what it has.
pub struct Ground<'a> {
    /// What it is called.
    pub name: &'static str,
    /// The folder of its data.
    pub folder: &'a Path,
    /// A database beside it.
    pub database: Option<String>,
}

/// The hub's program, and the address that it says.
pub fn served(ground: &Ground<'_>) -> (Child, String) {
    let said = ground.folder.join("said");
    let output = std::fs::File::create(&said).expect("a file for what the hub says");
    let mut command = program(ground);
    command.args(["serve", "--listen", "127.0.0.1:0"]);
    command.stdout(output).stderr(Stdio::null());
    let mut hub = Child::start(&mut command).expect("the hub's program stands beside this one");
    loop {
        let ended = hub.ended().expect("the state of the hub's program");
        assert!(ended.is_none(), "the hub ended: {ended:?}");
        let mut line = String::new();
        let file = std::fs::File::open(&said).expect("what the hub says");
        let read = BufReader::new(file).read_line(&mut line);
        if read.is_ok() && line.ends_with('\n') {
            return (hub, line.trim().to_owned());
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
}

/// The hub's program, told where its store is.
pub fn program(ground: &Ground<'_>) -> Command {
    let own = std::env::current_exe().expect("a program knows its file");
    let hub: PathBuf = own.with_file_name("counterbook-hub");
    let mut command = Command::new(hub.with_extension(std::env::consts::EXE_EXTENSION));
    command.arg("--data").arg(ground.folder);
    if let Some(address) = &ground.database {
        command.args(["--database", address]);
    }
    command
}

/// A device that the hub knows.
pub fn enrolled(ground: &Ground<'_>, address: &str, number: u128) -> Hub {
    let is_first = number == 1;
    let mut inviting = program(ground);
    inviting.arg("invite");
    if !is_first {
        inviting.args(["--book", &BOOK.to_string()]);
    }
    let output = inviting.output().expect("the hub's program runs");
    let code = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    let about = About {
        device: Uuid::from_u128(number),
        name: format!("Till {number}"),
        prefix: number.to_string(),
    };
    let mut hub = Hub::new(address, Keys::fresh().expect("the system has randomness"));
    let enrolled = hub.enrol(&code, is_first.then_some(BOOK), &about);
    assert_eq!(enrolled.expect("the hub enrols a device"), BOOK);
    hub.greet(&about, &BTreeMap::new()).expect("the hub greets");
    hub
}
