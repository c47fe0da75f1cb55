//! What goes wrong, and how it is told.
use std::process::ExitCode;

use app::AppError;

use crate::words::sentence;

/// Why a command was not done.
pub enum Failure {
    /// An error of a verb, told in one line.
    Verb(AppError),
    /// The same, told as JSON.
    Json(AppError),
    /// Anything else, in words.
    Words(String),
}

impl Failure {
    /// Tells it on standard error.
    pub fn tell(&self) -> ExitCode {
        match self {
            Self::Verb(error) => eprintln!("counterbook: {}", sentence(error)),
            Self::Json(error) => {
                let text = serde_json::to_string(error);
                eprintln!("{}", text.unwrap_or_else(|_| error.to_string()));
            }
            Self::Words(words) => eprintln!("counterbook: {words}"),
        }
        ExitCode::FAILURE
    }
}

impl From<AppError> for Failure {
    fn from(error: AppError) -> Self {
        Self::Verb(error)
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Self::Words(error.to_string())
    }
}
