//! What the system says of a process. On Linux; elsewhere nothing is known.

use std::time::Duration;

/// Ticks of the clock by which the kernel tells processor time.
const TICKS_PER_SECOND: u64 = 100;

/// The process's own share of memory (PSS), in millions of bytes.
pub fn memory_mb(process: u32) -> f64 {
    let path = format!("/proc/{process}/smaps_rollup");
    let text = std::fs::read_to_string(path).expect("the roll-up of the process's memory");
    let line = text.lines().find(|line| line.starts_with("Pss:"));
    let kib = line.and_then(|line| line.split_whitespace().nth(1));
    let kib: f64 = kib.expect("a line Pss").parse().expect("a figure");
    kib * 1024.0 / 1e6
}

/// Processor time that the process has used, in itself and in the kernel.
pub fn busy(process: u32) -> Duration {
    let text = std::fs::read_to_string(format!("/proc/{process}/stat"));
    let text = text.expect("the state of the process");
    // The name of the program is in brackets and may hold anything.
    let (_, rest) = text.rsplit_once(')').expect("a name in brackets");
    let ticks = rest.split_whitespace().skip(11).take(2);
    let ticks: u64 = ticks
        .map(|figure| figure.parse::<u64>().expect("ticks"))
        .sum();
    Duration::from_millis(ticks * 1_000 / TICKS_PER_SECOND)
}
