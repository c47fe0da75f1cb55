//! Where the rounding of tax happens.

use serde::{Deserialize, Serialize};

/// When tax is rounded; stored on each document.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RoundingPolicy {
    /// On every line, and the document sums the lines.
    PerLine,
    /// Once per tax on the summed base (EN 16931, BR-CO-17), then shared back over the lines.
    #[default]
    PerRateGroup,
}
