//! Draws every sample chart, in every theme, large and small, into a folder, to be looked at:
//! `cargo run -p charts --release --example gallery -- FOLDER`.

mod samples;

use std::error::Error;
use std::path::PathBuf;

use charts::Theme;

const THEMES: [(Theme, &str); 3] = [
    (Theme::Light, "light"),
    (Theme::Dark, "dark"),
    (Theme::Contrast, "contrast"),
];

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(std::env::args().nth(1).ok_or("name a folder")?);
    std::fs::create_dir_all(&folder)?;
    let charts = samples::realistic()
        .into_iter()
        .chain(samples::hostile::all());
    for (name, chart) in charts {
        for size in [(1600, 900), (720, 320), (640, 360), (320, 180)] {
            for (theme, word) in THEMES {
                let chart = samples::at(chart.clone(), size, theme);
                let file = folder.join(format!("{name}-{}-{word}", size.0));
                std::fs::write(file.with_extension("png"), charts::png(&chart)?)?;
                std::fs::write(file.with_extension("svg"), charts::svg(&chart)?)?;
            }
        }
    }
    Ok(())
}
