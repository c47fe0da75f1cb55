//! The commands, one a file.
pub mod backup;
pub mod call;
pub mod import;
pub mod new;
pub mod rebuild;
pub mod report;
pub mod seed;
pub mod sync;
pub mod verbs;
pub mod verify;
