//! Counters in the form that Prometheus reads. No names, no contents.

use std::fmt::Write as _;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::store::Figures;

/// What was counted since the start.
#[derive(Default)]
pub struct Counters {
    /// Entries that were taken in.
    pub entries_in: AtomicU64,
    /// Entries that went out.
    pub entries_out: AtomicU64,
    /// Bytes of bodies that came in.
    pub bytes_in: AtomicU64,
    /// Bytes of bodies that went out.
    pub bytes_out: AtomicU64,
    /// Documents that came in.
    pub documents_in: AtomicU64,
    /// Pages that were shown to customers.
    pub pages_out: AtomicU64,
    /// Calls that were refused.
    pub refused: AtomicU64,
    /// Devices that listen for news.
    pub listening: AtomicU64,
}

/// Adds to a counter.
pub fn count(counter: &AtomicU64, more: usize) {
    counter.fetch_add(more as u64, Ordering::Relaxed);
}

impl Counters {
    /// All of them, and what the store holds.
    pub fn text(&self, figures: &Figures) -> String {
        let counted = |counter: &AtomicU64| counter.load(Ordering::Relaxed);
        let lines = [
            ("entries_in_total", "counter", counted(&self.entries_in)),
            ("entries_out_total", "counter", counted(&self.entries_out)),
            ("bytes_in_total", "counter", counted(&self.bytes_in)),
            ("bytes_out_total", "counter", counted(&self.bytes_out)),
            ("documents_in_total", "counter", counted(&self.documents_in)),
            ("pages_out_total", "counter", counted(&self.pages_out)),
            ("refused_total", "counter", counted(&self.refused)),
            ("listening", "gauge", counted(&self.listening)),
            ("books", "gauge", figures.books.unsigned_abs()),
            ("devices", "gauge", figures.members.unsigned_abs()),
            ("entries", "gauge", figures.entries.unsigned_abs()),
            ("quarantined", "gauge", figures.quarantined.unsigned_abs()),
            ("waiting", "gauge", figures.waiting.unsigned_abs()),
            ("pages", "gauge", figures.pages.unsigned_abs()),
            ("snapshots", "gauge", figures.snapshots.unsigned_abs()),
            (
                "snapshot_bytes",
                "gauge",
                figures.snapshot_bytes.unsigned_abs(),
            ),
        ];
        let mut text = String::new();
        for (name, kind, value) in lines {
            // Writing to a text does not fail.
            let _ = writeln!(text, "# TYPE counterbook_hub_{name} {kind}");
            let _ = writeln!(text, "counterbook_hub_{name} {value}");
        }
        text
    }
}
