//! W6: from the start of the process to the last change of what is painted, with a book of a
//! million orders, beside an empty window of the same web view; the idle memory of our own process
//! beyond that of the empty window's; the size of the package.

use crate::process;
use crate::table::{Figures, Limit};
use stage::{Child, Display};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

const RUNS: usize = 3;
const SETTLED: Duration = Duration::from_secs(2);
/// A window that nobody uses for so long is idle.
const IDLE: Duration = Duration::from_secs(10);
const LIMIT: Duration = Duration::from_secs(60);
const BEHIND: Limit = Limit {
    unit: "s",
    limit: 0.3,
};
const MEMORY: Limit = Limit {
    unit: "MB",
    limit: 60.0,
};
const PACKAGE: Limit = Limit {
    unit: "MB",
    limit: 25.0,
};

/// What one start cost.
struct Started {
    seconds: f64,
    memory_mb: f64,
}

/// Measures the programs that stand beside this one, on a book.
pub fn run(book: &Path, settings: &Path, figures: &mut Figures) {
    if !cfg!(target_os = "linux") {
        println!("W6 is measured on Linux, where the window can be opened on a virtual screen");
        return;
    }
    let programs = programs();
    let empty = median(&programs.join("examples/empty_window"), &[], settings);
    let list = median(&programs.join("counterbook-desktop"), &[book], settings);
    println!(
        "     an empty window was painted after {:.2} s, ours after {:.2} s; {:.1} and {:.1} MB",
        empty.seconds, list.seconds, empty.memory_mb, list.memory_mb
    );
    let behind = list.seconds - empty.seconds;
    figures.at_most("W6", "first screen behind an empty window", behind, BEHIND);
    let beyond = list.memory_mb - empty.memory_mb;
    figures.at_most("W6", "idle memory beyond an empty window", beyond, MEMORY);
    match package_mb(&programs) {
        Some(size) => figures.at_most("W6", ".deb", size, PACKAGE),
        None => println!("     no .deb was built: cargo xtask package deb"),
    }
}

/// The folder of the optimised programs, this one among them.
fn programs() -> PathBuf {
    let own = std::env::current_exe().expect("a program knows its file");
    own.parent().expect("a file is in a folder").to_path_buf()
}

fn median(program: &Path, arguments: &[&Path], settings: &Path) -> Started {
    let mut runs: Vec<Started> = (0..RUNS)
        .map(|_| start(program, arguments, settings))
        .collect();
    runs.sort_by(|one, other| one.seconds.total_cmp(&other.seconds));
    runs.swap_remove(RUNS / 2)
}

fn start(program: &Path, arguments: &[&Path], settings: &Path) -> Started {
    let display = Display::start().expect("a virtual screen");
    let mut command = Command::new(program);
    command
        .args(arguments)
        .env("COUNTERBOOK_DATA_DIR", settings);
    display.dress(&mut command);
    let picture = || display.picture().expect("a picture of the screen");
    let blank = picture();
    let started = Instant::now();
    let mut window = Child::start(&mut command).expect("the window's program starts");
    let (mut last, mut changed_at) = (blank.clone(), started);
    while last == blank || changed_at.elapsed() < SETTLED {
        assert!(
            started.elapsed() < LIMIT,
            "nothing was painted in {LIMIT:?}"
        );
        let ended = window.ended().expect("the state of the window's program");
        assert!(ended.is_none(), "{} ended: {ended:?}", program.display());
        std::thread::sleep(Duration::from_millis(5));
        let now = picture();
        if now != last {
            (last, changed_at) = (now, Instant::now());
        }
    }
    std::thread::sleep(IDLE);
    Started {
        seconds: (changed_at - started).as_secs_f64(),
        memory_mb: process::memory_mb(window.id()),
    }
}

fn package_mb(programs: &Path) -> Option<f64> {
    let folder = std::fs::read_dir(programs.join("bundle/deb")).ok()?;
    let mut files = folder.filter_map(|file| Some(file.ok()?.path()));
    let package = files.find(|file| file.extension().is_some_and(|ending| ending == "deb"))?;
    Some(package.metadata().ok()?.len() as f64 / 1e6)
}
