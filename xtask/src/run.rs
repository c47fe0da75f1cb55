//! `cargo xtask run`: builds the desktop application and opens it. Without a display on Linux it
//! opens the sample shop on a virtual one, leaves a screenshot and an exported chart in
//! `target/run`, and ends.

use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Result, bail, ensure};
use stage::{Child, Display, Picture};

use crate::setup::Need;
use crate::{paths, setup, steps, test, ui};

const PAINT_LIMIT: Duration = Duration::from_secs(60);
const SAMPLE_LIMIT: Duration = Duration::from_secs(900);
const PAUSE: Duration = Duration::from_millis(100);
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
    test::build_programs()?;
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
    let settings = folder.join("settings");
    std::fs::create_dir_all(&settings)?;
    println!("\nno display: opening the sample shop on a virtual one");
    let book = settings.join("sample.counterbook");
    let screenshot = folder.join("counterbook.png");
    picture_of_sample(&settings, &book)?.save(&screenshot)?;
    let chart = folder.join("sales-by-month.png");
    let mut report = steps::command(paths::built("counterbook"), &["report"]);
    steps::run(
        report
            .arg(&book)
            .args(["sales-by-month", "--out"])
            .arg(&chart),
    )?;
    println!("\nscreenshot of the window: {}", screenshot.display());
    println!("exported chart:           {}", chart.display());
    println!("the sample shop's book:   {}", book.display());
    Ok(())
}

/// Opens the sample shop, which is made at the first time, and waits for its first screen.
fn picture_of_sample(settings: &Path, book: &Path) -> Result<Picture> {
    let display = Display::start()?;
    let mut command = steps::command(paths::built("counterbook-desktop"), &["--sample"]);
    command.env("COUNTERBOOK_DATA_DIR", settings);
    display.dress(&mut command);
    let mut window = Child::start(&mut command)?;
    let mut before = display.picture()?;
    if !book.exists() {
        println!("importing the sample shop's 541,909 rows ...");
        wait(&mut window, SAMPLE_LIMIT, || {
            Ok(book.exists().then_some(()))
        })?;
        before = display.picture()?;
    }
    let (mut last, mut since) = (before.clone(), Instant::now());
    wait(&mut window, PAINT_LIMIT, || {
        let now = display.picture()?;
        if now != last {
            (last, since) = (now, Instant::now());
        }
        let painted = last != before && last.colours() >= COLOURS_OF_A_SCREEN;
        Ok((painted && since.elapsed() >= SETTLED).then(|| last.clone()))
    })
}

/// Looks again and again until `look` finds something, the window ends, or the limit is reached.
fn wait<T>(
    window: &mut Child,
    limit: Duration,
    mut look: impl FnMut() -> Result<Option<T>>,
) -> Result<T> {
    let started = Instant::now();
    loop {
        if let Some(found) = look()? {
            return Ok(found);
        }
        if let Some(status) = window.ended()? {
            bail!("the window ended before it had painted ({status})");
        }
        ensure!(
            started.elapsed() < limit,
            "the window showed nothing in {limit:?}"
        );
        std::thread::sleep(PAUSE);
    }
}
