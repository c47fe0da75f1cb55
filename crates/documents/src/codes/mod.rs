//! Codes that scanners read: EAN, Code 128 and QR, as modules that are dark or not.

mod code128;
mod ean;
mod qr;

pub use code128::code128;
pub use ean::ean;
pub use qr::qr;

/// A code as rows of modules: one row for bars, many for a matrix. `true` is dark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Modules {
    /// The rows, all of the same length.
    pub rows: Vec<Vec<bool>>,
    /// Modules that must stay light on the left and on the right of it (and around a matrix).
    pub quiet: usize,
}

impl Modules {
    /// Bars.
    fn bars(bars: Vec<bool>, quiet: usize) -> Self {
        Self {
            rows: vec![bars],
            quiet,
        }
    }

    /// How many modules wide, without the quiet zones.
    pub fn width(&self) -> usize {
        self.rows.first().map_or(0, Vec::len)
    }

    /// Whether it is a matrix.
    pub fn is_matrix(&self) -> bool {
        self.rows.len() > 1
    }

    /// The dark runs: column, row and length.
    pub fn runs(&self) -> Vec<[usize; 3]> {
        let mut runs = Vec::new();
        for (y, row) in self.rows.iter().enumerate() {
            let mut x = 0;
            for run in row.chunk_by(|a, b| a == b) {
                if run[0] {
                    runs.push([x, y, run.len()]);
                }
                x += run.len();
            }
        }
        runs
    }
}
