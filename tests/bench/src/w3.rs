//! W3: the whole Online Retail history into an empty book, beside the shell's plain import of the
//! same rows into one table.

use crate::shop::{app, book, call, finish};
use crate::stats::timed;
use crate::table::{Figure, Figures};
use serde_json::json;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Runs it.
pub fn run(figures: &mut Figures) {
    let folder = tempfile::tempdir().expect("a folder for the bench");
    let file = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../fixtures/online_retail/OnlineRetail.csv.zst");
    let app = app(folder.path());
    book(&app, &folder.path().join("w3.counterbook"));
    let (report, seconds) = timed(|| {
        let job = call(&app, "imports.run", json!({ "path": file }));
        finish(&app, &job)
    });
    assert_eq!(report["rows"], 541_909, "every row is accounted for");
    let floor = floor(&file, folder.path());
    figures.add(Figure {
        workload: "W3",
        what: "import of 541,909 rows".into(),
        figure: seconds,
        unit: "s",
        floor,
        target: "8 x the floor".into(),
        met: floor.map(|floor| seconds <= 8.0 * floor),
    });
}

/// Seconds that `sqlite3` takes for `.import`; `None` where there is no shell.
fn floor(file: &Path, folder: &Path) -> Option<f64> {
    let plain = unpacked(file, folder)?;
    let (done, seconds) = timed(|| {
        Command::new("sqlite3")
            .arg(folder.join("floor.db"))
            .args([".mode csv", &format!(".import {} rows", plain.display())])
            .stdout(Stdio::null())
            .status()
    });
    done.ok()
        .filter(std::process::ExitStatus::success)
        .map(|_| seconds)
}

fn unpacked(file: &Path, folder: &Path) -> Option<PathBuf> {
    let plain = folder.join("OnlineRetail.csv");
    let packed = std::fs::File::open(file).ok()?;
    zstd::stream::copy_decode(packed, std::fs::File::create(&plain).ok()?).ok()?;
    Some(plain)
}
