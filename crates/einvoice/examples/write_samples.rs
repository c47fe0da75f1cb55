//! Writes the sample invoices of the tests into a folder, so that an official validator can be
//! asked about them: `cargo run -p einvoice --example write_samples -- FOLDER`.

#[path = "../tests/einvoice/samples.rs"]
mod samples;

use std::path::{Path, PathBuf};

use einvoice::{Profile, cii, ubl};

fn main() -> std::io::Result<()> {
    let folder = PathBuf::from(std::env::args().nth(1).unwrap_or_else(|| ".".into()));
    for sample in samples::all() {
        for profile in sample.profiles {
            let name = format!("{}.{profile:?}", sample.name);
            let written = ubl(&sample.invoice, *profile).map_err(std::io::Error::other)?;
            write(&folder, &format!("{name}.ubl.xml"), &written)?;
            if *profile != Profile::Peppol {
                let written = cii(&sample.invoice, *profile).map_err(std::io::Error::other)?;
                write(&folder, &format!("{name}.cii.xml"), &written)?;
            }
        }
    }
    Ok(())
}

fn write(folder: &Path, name: &str, bytes: &[u8]) -> std::io::Result<()> {
    std::fs::write(folder.join(name), bytes)
}
