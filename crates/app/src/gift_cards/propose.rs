//! `gift_cards.propose`: a new code for a card that is not printed yet. Nothing is issued with it.
use crate::App;
use crate::error::AppError;
use crate::request::Nothing;
use domain::gift_card::{code_of, shown};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use ts_rs::TS;

/// What it takes.
pub type Input = Nothing;

/// A code that nobody can guess.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS, JsonSchema)]
pub struct ProposedCode {
    /// The code, as scanners read it.
    pub code: String,
    /// The code in groups, as people read it.
    pub shown: String,
}

/// What it gives.
pub type Output = ProposedCode;

pub(crate) fn run(app: &App, _: Input) -> Result<Output, AppError> {
    // An id begins with the time: hashed, the random parts of two reach every digit.
    let mut hasher = Sha256::new();
    hasher.update(app.new_id().as_bytes());
    hasher.update(app.new_id().as_bytes());
    let hash: [u8; 32] = hasher.finalize().into();
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&hash[..16]);
    let code = code_of(u128::from_be_bytes(bytes));
    Ok(ProposedCode {
        shown: shown(&code),
        code,
    })
}
