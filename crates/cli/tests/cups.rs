//! A document on paper, through the system's own printing: a scheduler of CUPS that belongs to the
//! test, the real `lpstat` and `lp`, and a printer on the network that is a listening socket.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, reason = "a test fails where it panics")]

use std::fs;
use std::io::Read as _;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

const PATIENCE: Duration = Duration::from_secs(20);
const PAUSE: Duration = Duration::from_millis(50);
const MISSING: &str = "CUPS is missing: install it (Debian: cups cups-client), or run \
    `cargo xtask test`, which does";

/// A scheduler in a folder of its own, with one queue; it ends with its test.
struct Cups {
    scheduler: Child,
    folder: tempfile::TempDir,
}

impl Drop for Cups {
    fn drop(&mut self) {
        let _ = self.scheduler.kill().and_then(|()| self.scheduler.wait());
    }
}

impl Cups {
    /// Starts it, with a queue `Office` for a printer that listens on a port of this machine.
    fn start(port: u16) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let (settings, files) = written(folder.path());
        let scheduler = Command::new(program("cupsd"))
            .arg("-f")
            .args(["-c".as_ref(), settings.as_os_str()])
            .args(["-s".as_ref(), files.as_os_str()])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect(MISSING);
        let cups = Self { scheduler, folder };
        let device = format!("socket://127.0.0.1:{port}");
        let queue = ["-p", "Office", "-v", &device, "-m", "raw", "-E"];
        wait_for("the queue of the scheduler", || {
            let mut add = Command::new(program("lpadmin"));
            let add = add.args(queue).env("CUPS_SERVER", cups.socket());
            add.output().expect(MISSING).status.success().then_some(())
        });
        cups
    }

    fn socket(&self) -> PathBuf {
        self.folder.path().join("cups.sock")
    }
}

/// The two files that a scheduler reads: everything it keeps lies in the folder, and whoever can
/// reach its socket may do anything.
fn written(folder: &Path) -> (PathBuf, PathBuf) {
    let at = |name: &str| folder.join(name).display().to_string();
    let places = [
        ("ServerRoot", "root"),
        ("RequestRoot", "spool"),
        ("TempDir", "tmp"),
        ("CacheDir", "cache"),
        ("StateDir", "run"),
    ];
    let mut files = String::from("SystemGroup root\n");
    for (name, place) in places {
        fs::create_dir(at(place)).unwrap();
        files += &format!("{name} {}\n", at(place));
    }
    for name in ["AccessLog", "ErrorLog", "PageLog"] {
        files += &format!("{name} {}\n", at(name));
    }
    let settings = format!(
        "Listen {}\nBrowsing No\nWebInterface No\nDefaultAuthType None\n\
         <Policy default>\n<Limit All>\nOrder deny,allow\n</Limit>\n</Policy>\n",
        at("cups.sock")
    );
    fs::write(at("cupsd.conf"), settings).unwrap();
    fs::write(at("cups-files.conf"), files).unwrap();
    (folder.join("cupsd.conf"), folder.join("cups-files.conf"))
}

/// A program of CUPS; those of administrators are not on everybody's path.
fn program(name: &str) -> PathBuf {
    let own = Path::new("/usr/sbin").join(name);
    if own.exists() { own } else { name.into() }
}

fn wait_for<T>(what: &str, mut found: impl FnMut() -> Option<T>) -> T {
    let began = Instant::now();
    loop {
        if let Some(found) = found() {
            return found;
        }
        assert!(began.elapsed() < PATIENCE, "{what} did not come");
        thread::sleep(PAUSE);
    }
}

/// All that comes to a printer in one go.
fn printed(printer: &TcpListener) -> Vec<u8> {
    printer.set_nonblocking(true).unwrap();
    let (mut paper, _) = wait_for("the paper", || printer.accept().ok());
    paper.set_nonblocking(false).unwrap();
    paper.set_read_timeout(Some(PATIENCE)).unwrap();
    let mut bytes = Vec::new();
    paper.read_to_end(&mut bytes).unwrap();
    bytes
}

fn counterbook(cups: &Cups, arguments: &[&str]) -> Value {
    let mut run = Command::new(env!("CARGO_BIN_EXE_counterbook"));
    let done = run.args(arguments).env("CUPS_SERVER", cups.socket());
    let done = done.output().unwrap();
    let told = String::from_utf8_lossy(&done.stderr).into_owned();
    assert!(done.status.success(), "{arguments:?}: {told}");
    serde_json::from_slice(&done.stdout).unwrap_or_default()
}

#[test]
fn a_document_reaches_a_printer_through_cups_as_often_as_was_asked_for() {
    let printer = TcpListener::bind("127.0.0.1:0").unwrap();
    let cups = Cups::start(printer.local_addr().unwrap().port());
    let book = cups.folder.path().join("shop.counterbook");
    let book = book.to_str().unwrap();
    let new = ["--name", "Shop", "--currency", "GBP", "--country", "GB"];
    counterbook(&cups, &[&["new", book], &new[..]].concat());
    let call =
        |verb: &str, input: Value| counterbook(&cups, &["call", book, verb, &input.to_string()]);
    let known = call("documents.printers", json!({}));
    let queues = known["printers"].as_array().unwrap();
    assert!(queues.contains(&json!("Office")), "{known}");
    let lines = json!([
        { "title": "Repair", "quantity_milli": 1_000, "unit_price_micro": 5_000_000 }
    ]);
    let order = json!({
        "request_id": "00000000-0000-4000-8000-000000000001", "channel": "phone", "lines": lines
    });
    let order = call("orders.place", order)["output"]["id"].take();
    let print = json!({
        "order": order, "kind": "confirmation", "printer": "Office", "copies": 2
    });
    let told = call("documents.print", print);
    assert_eq!(told, json!({ "printer": "Office", "copies": 2 }));
    let saved = cups.folder.path().join("saved.pdf");
    let export = json!({ "order": order, "kind": "confirmation", "path": saved });
    call("documents.export", export);
    let paper = fs::read(saved).unwrap();
    assert!(paper.starts_with(b"%PDF-"));
    assert!(
        printed(&printer) == paper.repeat(2),
        "each copy is the very file"
    );
}
