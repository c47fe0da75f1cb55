//! What can go wrong with a template.

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// A template or its content cannot be typeset.
#[derive(Clone, Debug, Error, PartialEq, Eq, Serialize, Deserialize)]
pub enum TypesetError {
    /// The template says something that cannot be done.
    #[error("line {line} of the template: {message}")]
    Template {
        /// Line of the template, from 1; 0 where none is to blame.
        line: usize,
        /// What is wrong, in English, as the typesetter says it.
        message: String,
    },
    /// The page cannot be written in the form that was asked for.
    #[error("the file cannot be written: {0}")]
    Form(String),
    /// It takes longer than the host allows.
    #[error("the template takes longer than {seconds} s")]
    OverTime {
        /// The limit.
        seconds: u64,
    },
    /// It needs more memory than the host allows.
    #[error("the template needs more memory than {megabytes} MB")]
    OverMemory {
        /// The limit, in millions of bytes.
        megabytes: u64,
    },
}
