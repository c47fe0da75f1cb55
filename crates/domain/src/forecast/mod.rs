//! What will be sold: forecasts of a product's weekly demand, and which of them to believe.
//!
//! Every method looks at the past alone. Which one is used is decided by trying all of them on the
//! past ([`choose`]): from several weeks of it each method forecasts the next ones, and the one
//! whose forecasts lay nearest to what was sold then is the one. Its error is told beside that of
//! the naive forecast, which says that next week will be like the last.
//!
//! All arithmetic is in whole numbers ([`Level`]), so that every device forecasts the same.

mod backtest;
mod level;
mod method;

pub use backtest::{Choice, Tried, choose};
pub use level::Level;
pub use method::Method;
