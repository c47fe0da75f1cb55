//! Verbs about lots and serial numbers, and the steps that verbs about goods share.
pub(crate) mod coming;
pub mod date;
pub mod export_recall;
pub(crate) mod input;
pub mod label;
pub(crate) mod leaving;
pub mod list;
pub mod pick;
pub mod recall;
#[cfg(test)]
mod tests;
