//! `cargo xtask run`: builds the desktop application and opens it. Without a display on Linux it opens the
//! sample shop on a virtual one, leaves a screenshot and an exported chart in `target/run`, and ends.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{Result, bail, ensure};
use stage::{Child, Display};

use crate::setup::Need;
use crate::{paths, setup, steps, ui};

const PAINT_LIMIT: Duration = Duration::from_secs(60);
/// A picture that has not changed for this long is what a person would see.
const SETTLED: Duration = Duration::from_millis(1500);
/// Text alone gives more shades than this; an empty window with its frame gives fewer.
const COLOURS_OF_A_SCREEN: usize = 120;

/// Builds the application and opens it with `arguments`: a book to open, or none.
pub fn run(arguments: &[String]) -> Result<()> {
    let virtual_screen = cfg!(target_os = "linux") && !has_display();
    let needs: &[Need] = if virtual_screen {
        &[Need::WebView, Need::Screen]
    } else {
        &[Need::WebView]
    };
    setup::system(needs)?;
    ui::build()?;
    let programs = [
        "build",
        "--package",
        "counterbook-desktop",
        "--package",
        "cli",
    ];
    steps::run(&mut steps::cargo(&programs))?;
    if virtual_screen {
        return without_display();
    }
    let mut window = steps::command(paths::built("counterbook-desktop"), &[]);
    steps::run(window.args(arguments))
}

fn has_display() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    set("DISPLAY") || set("WAYLAND_DISPLAY")
}

fn without_display() -> Result<()> {
    let folder = paths::target().join("run");
    std::fs::create_dir_all(&folder)?;
    println!("\nno display: opening the sample shop on a virtual one");
    let book = sample_shop(&folder)?;
    let chart = folder.join("sales-by-month.png");
    let mut report = steps::command(paths::built("counterbook"), &["report"]);
    report
        .arg(&book)
        .args(["sales-by-month", "--out"])
        .arg(&chart);
    steps::run(&mut report)?;
    let screenshot = folder.join("counterbook.png");
    picture_of(&book, &folder, &screenshot)?;
    println!("\nscreenshot of the window: {}", screenshot.display());
    println!("exported chart:           {}", chart.display());
    println!("the sample shop's book:   {}", book.display());
    Ok(())
}

/// The sample shop's book: made once, and kept for the next run.
fn sample_shop(folder: &Path) -> Result<PathBuf> {
    let book = folder.join("sample-shop.counterbook");
    if !book.exists() {
        let mut sample = steps::command(paths::built("counterbook"), &["sample"]);
        steps::run(sample.arg(&book))?;
    }
    Ok(book)
}

fn picture_of(book: &Path, folder: &Path, screenshot: &Path) -> Result<()> {
    let display = Display::start()?;
    let mut command = steps::command(paths::built("counterbook-desktop"), &[]);
    command
        .arg(book)
        .env("COUNTERBOOK_DATA_DIR", folder.join("settings"));
    display.dress(&mut command);
    let mut window = Child::start(&mut command)?;
    let started = Instant::now();
    let (mut last, mut since) = (display.picture()?, Instant::now());
    while since.elapsed() < SETTLED || last.colours() < COLOURS_OF_A_SCREEN {
        if let Some(status) = window.ended()? {
            bail!("the window ended before it had painted ({status})");
        }
        ensure!(
            started.elapsed() < PAINT_LIMIT,
            "the window did not paint in {PAINT_LIMIT:?}"
        );
        std::thread::sleep(Duration::from_millis(100));
        let now = display.picture()?;
        if now != last {
            (last, since) = (now, Instant::now());
        }
    }
    last.save(screenshot)
}
