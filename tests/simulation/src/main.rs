//! Histories of many seeds: `cargo xtask simulate --seeds N [--seed S]`.

use std::process::ExitCode;
use std::time::Instant;

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let (mut seeds, mut first) = (300_u64, 0_u64);
    while let Some(name) = arguments.next() {
        let value = arguments.next().and_then(|value| value.parse().ok());
        match (name.as_str(), value) {
            ("--seeds", Some(value)) => seeds = value,
            ("--seed", Some(value)) => (first, seeds) = (value, 1),
            _ => {
                eprintln!("simulate takes --seeds N and --seed S");
                return ExitCode::FAILURE;
            }
        }
    }
    let since = Instant::now();
    let (mut failed, mut deeds) = (0, 0);
    for seed in first..first + seeds {
        let kinds = [
            ("", simulation::run(seed, None)),
            (" from snapshots", simulation::run_joining(seed, None)),
        ];
        for (kind, outcome) in kinds {
            deeds += outcome.deeds;
            if !outcome.broken.is_empty() {
                failed += 1;
                println!("seed {seed}{kind}: {}", outcome.broken.join("; "));
            }
        }
    }
    let elapsed = since.elapsed().as_secs_f64();
    let speed = seeds as f64 / elapsed;
    println!("{seeds} seeds, {deeds} deeds, {failed} failed, {speed:.1} seeds a second");
    if failed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
