//! What a hub answers when it does not do what it was asked for.

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

/// A refusal or a fault; the code is for the device, the words are for people.
#[derive(Debug, thiserror::Error)]
pub enum HubError {
    /// The request is not one of ours.
    #[error("the request is malformed")]
    Malformed,
    /// No token, or one that is no longer good.
    #[error("no valid token")]
    Unauthorised,
    /// The code is wrong, used or too old.
    #[error("the code is not valid")]
    CodeInvalid,
    /// The device may no longer do this.
    #[error("the device is revoked")]
    Revoked,
    /// There is no such device.
    #[error("there is no such device")]
    Unknown,
    /// Too many calls.
    #[error("too many calls")]
    TooMany,
    /// The signature is too old, or from the future.
    #[error("the signature's time is too far from the hub's")]
    Stale,
    /// The sender's id stands for another document.
    #[error("the document's id stands for another document")]
    Differs,
    /// The book has more of it than a hub keeps.
    #[error("a limit is reached")]
    Full,
    /// Another device is at it, or it was done a short time ago.
    #[error("another device does this now")]
    Busy,
    /// What it was made of is no longer so.
    #[error("it is of a state that is no longer so")]
    Outdated,
    /// Entries are missing before those that were sent.
    #[error("entry {expected} comes next")]
    Gap {
        /// The number that the journal goes on with.
        expected: u64,
    },
    /// The hub holds another entry at this number.
    #[error("another entry has this place")]
    Forked {
        /// The first number that differs.
        seq: u64,
    },
    /// A fault of the hub's own.
    #[error("database: {0}")]
    Database(#[from] rusqlite::Error),
    /// Another fault of the hub's own.
    #[error("{0}")]
    Broken(String),
}

impl From<postgres::Error> for HubError {
    fn from(error: postgres::Error) -> Self {
        let cause = std::error::Error::source(&error);
        let cause = cause.map_or(String::new(), |cause| format!(": {cause}"));
        Self::Broken(format!("database: {error}{cause}"))
    }
}

impl HubError {
    /// The word that devices go by.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Malformed => "malformed",
            Self::Unauthorised => "unauthorised",
            Self::CodeInvalid => "code_invalid",
            Self::Revoked => "revoked",
            Self::Unknown => "unknown",
            Self::TooMany => "too_many",
            Self::Stale => "stale",
            Self::Differs => "differs",
            Self::Full => "full",
            Self::Busy => "busy",
            Self::Outdated => "outdated",
            Self::Gap { .. } => "gap",
            Self::Forked { .. } => "forked",
            Self::Database(_) | Self::Broken(_) => "broken",
        }
    }

    /// The status of the answer.
    pub fn status(&self) -> StatusCode {
        match self {
            Self::Malformed => StatusCode::BAD_REQUEST,
            Self::Unauthorised | Self::Stale => StatusCode::UNAUTHORIZED,
            Self::CodeInvalid | Self::Revoked => StatusCode::FORBIDDEN,
            Self::Unknown => StatusCode::NOT_FOUND,
            Self::TooMany => StatusCode::TOO_MANY_REQUESTS,
            Self::Full => StatusCode::INSUFFICIENT_STORAGE,
            Self::Gap { .. }
            | Self::Forked { .. }
            | Self::Differs
            | Self::Busy
            | Self::Outdated => StatusCode::CONFLICT,
            Self::Database(_) | Self::Broken(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    fn body(&self) -> Value {
        match self {
            Self::Gap { expected } => json!({ "code": self.code(), "expected": expected }),
            Self::Forked { seq } => json!({ "code": self.code(), "seq": seq }),
            _ => json!({ "code": self.code() }),
        }
    }
}

impl IntoResponse for HubError {
    fn into_response(self) -> Response {
        if self.status().is_server_error() {
            // What the fault is stands in the hub's own log, not in answers.
            eprintln!("{}", json!({ "level": "error", "what": self.to_string() }));
        }
        (self.status(), Json(self.body())).into_response()
    }
}
