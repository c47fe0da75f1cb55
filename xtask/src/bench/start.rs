//! W6: from the start of the process to the last change of what is painted, with a book of a
//! million orders, beside an empty window of the same web view; the idle memory of our own
//! process; the size of the package.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use stage::{Child, Display};

use crate::setup::Need;
use crate::{files, paths, setup, steps};

const ORDERS: &str = "1000000";
const RUNS: usize = 3;
const SETTLED: Duration = Duration::from_secs(2);
const LIMIT: Duration = Duration::from_secs(60);
/// The target: a painted list at most this much after an empty window.
const TARGET_S: f64 = 0.3;
const TARGET_MEMORY_MB: f64 = 60.0;
const TARGET_PACKAGE_MB: f64 = 25.0;

/// What one start cost.
struct Started {
    seconds: f64,
    memory_mb: f64,
}

/// Seeds a book in `books` and measures with what was built; prints the lines of the table.
pub fn measure(books: &Path) -> Result<()> {
    if !cfg!(target_os = "linux") {
        println!("W6 is measured on Linux, where the window can be opened on a virtual screen");
        return Ok(());
    }
    setup::system(&[Need::WebView, Need::Screen])?;
    let book = seeded(books)?;
    let empty = median(&release("examples/empty_window"), &[])?;
    let list = median(&release("counterbook-desktop"), &[&book])?;
    let behind = list.seconds - empty.seconds;
    println!("\nW6 start with {ORDERS} orders, median of {RUNS}");
    println!("   empty window painted        {:6.2} s", empty.seconds);
    println!(
        "   first screen painted        {:6.2} s, {behind:.2} s behind (target {TARGET_S})",
        list.seconds
    );
    println!(
        "   idle memory, own process    {:6.1} MB (target {TARGET_MEMORY_MB})",
        list.memory_mb
    );
    match package_mb()? {
        Some(size) => {
            println!("   .deb                        {size:6.1} MB (target {TARGET_PACKAGE_MB})")
        }
        None => println!("   .deb                        not built: cargo xtask package deb"),
    }
    Ok(())
}

fn release(program: &str) -> PathBuf {
    paths::target().join("release").join(program)
}

/// A book that is seeded once and kept for the next run.
fn seeded(books: &Path) -> Result<PathBuf> {
    let book = books.join(format!("seeded-{ORDERS}.counterbook"));
    if !book.exists() {
        let mut seed = steps::command(release("counterbook"), &["seed"]);
        steps::run(seed.arg(&book).args(["--orders", ORDERS, "--seed", "1"]))?;
    }
    Ok(book)
}

fn median(program: &Path, arguments: &[&Path]) -> Result<Started> {
    let mut runs = Vec::new();
    for _ in 0..RUNS {
        runs.push(start(program, arguments)?);
    }
    runs.sort_by(|one, other| one.seconds.total_cmp(&other.seconds));
    Ok(runs.swap_remove(RUNS / 2))
}

fn start(program: &Path, arguments: &[&Path]) -> Result<Started> {
    let display = Display::start()?;
    let settings = paths::target().join("bench/settings");
    let mut command = Command::new(program);
    command
        .args(arguments)
        .env("COUNTERBOOK_DATA_DIR", settings);
    display.dress(&mut command);
    let blank = display.picture()?;
    let started = Instant::now();
    let mut window = Child::start(&mut command)?;
    let (mut last, mut changed_at) = (blank.clone(), started);
    while last == blank || changed_at.elapsed() < SETTLED {
        ensure!(
            started.elapsed() < LIMIT,
            "nothing was painted in {LIMIT:?}"
        );
        if let Some(status) = window.ended()? {
            bail!(
                "{} ended while it was measured ({status})",
                program.display()
            );
        }
        std::thread::sleep(Duration::from_millis(5));
        let now = display.picture()?;
        if now != last {
            (last, changed_at) = (now, Instant::now());
        }
    }
    let seconds = (changed_at - started).as_secs_f64();
    Ok(Started {
        seconds,
        memory_mb: memory_mb(window.id())?,
    })
}

/// The process's own share of memory (PSS), in millions of bytes.
fn memory_mb(process: u32) -> Result<f64> {
    let text = std::fs::read_to_string(format!("/proc/{process}/smaps_rollup"))?;
    let line = text
        .lines()
        .find(|line| line.starts_with("Pss:"))
        .context("no Pss in the roll-up")?;
    let kib: f64 = line
        .split_whitespace()
        .nth(1)
        .context("no figure behind Pss")?
        .parse()?;
    Ok(kib * 1024.0 / 1e6)
}

fn package_mb() -> Result<Option<f64>> {
    let folder = paths::target().join("release/bundle/deb");
    if !folder.exists() {
        return Ok(None);
    }
    let found = files::everything_below(&folder)?;
    let package = found.iter().find(|file| files::ends_with(file, &["deb"]));
    package
        .map(|file| Ok(std::fs::metadata(file)?.len() as f64 / 1e6))
        .transpose()
}
