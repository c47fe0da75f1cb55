//! What the crate promises, seen from outside: figures, rules and the XML read back.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod figures;
mod properties;
mod read;
mod rules;
mod samples;
mod vectors;
mod written;
