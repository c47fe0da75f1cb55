//! `cargo xtask fuzz`: foreign bytes at every reader, by libFuzzer. It needs a nightly compiler;
//! what it finds is kept in `target/fuzz`, and the crash's file is named.

use std::path::PathBuf;

use anyhow::{Context, Result, ensure};

use crate::{paths, setup, steps};

/// Seconds for each target unless told otherwise.
const SECONDS: u64 = 60;

/// Runs the targets that are named, all of them when none is; `--seconds N` is for each.
pub fn fuzz(arguments: &[String]) -> Result<()> {
    let (wanted, seconds) = asked(arguments)?;
    let known = targets()?;
    for target in &wanted {
        ensure!(
            known.contains(target),
            "the targets are: {}",
            known.join(", ")
        );
    }
    let program = setup::cargo_fuzz()?;
    let build = paths::target().join("fuzz");
    for target in known
        .iter()
        .filter(|it| wanted.is_empty() || wanted.contains(it))
    {
        let corpus = build.join("corpus").join(target);
        let found = build.join("found").join(target);
        std::fs::create_dir_all(&corpus)?;
        std::fs::create_dir_all(&found)?;
        let mut run = steps::command("rustup", &["run", "nightly"]);
        run.arg(&program).args(["run", "--fuzz-dir", "tests/fuzz"]);
        run.arg("--target-dir").arg(&build).arg(target).arg(&corpus);
        run.args(seeds(target).filter(|seeds| seeds.exists()));
        run.args(["--", &format!("-max_total_time={seconds}")]);
        run.arg(format!("-artifact_prefix={}/", found.display()));
        steps::run(run.current_dir(paths::root()))?;
    }
    Ok(())
}

/// What a target begins with: its own files, and the fixtures that it reads.
fn seeds(target: &str) -> impl Iterator<Item = PathBuf> {
    let own = paths::root().join("tests/fuzz/seeds").join(target);
    [own, paths::root().join("tests/fixtures").join(target)].into_iter()
}

/// Names of targets, and the seconds for each.
fn asked(arguments: &[String]) -> Result<(Vec<String>, u64)> {
    let (mut wanted, mut seconds) = (Vec::new(), SECONDS);
    let mut arguments = arguments.iter();
    while let Some(argument) = arguments.next() {
        if argument == "--seconds" {
            let value = arguments.next().and_then(|value| value.parse().ok());
            seconds = value.context("--seconds takes a number")?;
        } else {
            wanted.push(argument.clone());
        }
    }
    Ok((wanted, seconds))
}

/// Every target: a file each.
fn targets() -> Result<Vec<String>> {
    let folder = paths::root().join("tests/fuzz/fuzz_targets");
    let files = std::fs::read_dir(folder)?.filter_map(|file| Some(file.ok()?.path()));
    let names = files.filter_map(|file| Some(file.file_stem()?.to_str()?.to_owned()));
    let mut names: Vec<String> = names.collect();
    names.sort();
    Ok(names)
}
