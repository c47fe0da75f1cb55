//! Why a chart could not be drawn: always a fault of the description, named exactly.

/// A description that cannot be drawn.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ChartError {
    /// A side is under 120 x 80 px, or over 8,000 px after scaling.
    #[error("a chart cannot be {width_px} x {height_px} px at scale {scale}")]
    Size {
        /// Asked width in px.
        width_px: u32,
        /// Asked height in px.
        height_px: u32,
        /// Asked factor.
        scale: u32,
    },
    /// A row of values is not as long as the axis that it stands on.
    #[error("{what}: {found} values where the axis has {expected}")]
    Length {
        /// Name of the series or row.
        what: String,
        /// Length of the axis.
        expected: usize,
        /// Length of the values.
        found: usize,
    },
    /// More than 20 series.
    #[error("{0} series are too many for one chart")]
    TooManySeries(usize),
    /// More than 100,000 values, or labels, in all.
    #[error("{0} points are too many for one chart")]
    TooManyPoints(usize),
    /// The dates of the x axis must rise, each after the one before.
    #[error("the dates of the axis do not rise at position {0}")]
    DatesNotRising(usize),
    /// A date outside the years 1 to 9999.
    #[error("day {0} is outside the years 1 to 9999")]
    DateOutOfRange(i32),
    /// More decimals than the nine that are allowed.
    #[error("a unit cannot have {0} decimals")]
    Decimals(u8),
    /// A metadata key must be 1 to 79 printable ASCII characters (PNG specification, 11.3.3).
    #[error("metadata key {0:?} is not 1 to 79 printable ASCII characters")]
    MetadataKey(String),
    /// A title, name or metadata value of more than 100,000 characters.
    #[error("a text of {0} bytes is too long for a chart")]
    TextTooLong(usize),
    /// The raster or its encoding failed; not reachable by input that passed the checks.
    #[error("drawing failed: {0}")]
    Drawing(String),
}
