//! What is generated from the command table: the page's types and the list of verbs.
mod markdown;
mod types;
mod typescript;

pub use markdown::commands_md;
pub use types::Types;
pub use typescript::generated_ts;
