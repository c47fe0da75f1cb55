//! A PDF as an independent reader (poppler) sees it.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};

/// The text of a PDF, laid out as on its pages.
pub fn text_of(pdf: &Path) -> Result<String> {
    read("pdftotext", &["-layout"], pdf, &["-"])
}

/// How many pages a PDF has.
pub fn pages_of(pdf: &Path) -> Result<u32> {
    let told = read("pdfinfo", &[], pdf, &[])?;
    let pages = told.lines().find_map(|line| line.strip_prefix("Pages:"));
    let pages = pages.context("pdfinfo names no pages")?;
    Ok(pages.trim().parse()?)
}

fn read(program: &str, before: &[&str], pdf: &Path, after: &[&str]) -> Result<String> {
    let mut command = Command::new(program);
    let output = command.args(before).arg(pdf).args(after).output();
    let output = output.with_context(|| format!("{program} is missing: run `cargo xtask test`"))?;
    let said = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "{program} cannot read it: {said}");
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}
