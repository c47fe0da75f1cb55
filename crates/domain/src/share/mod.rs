//! Shares: what of a place's stock of a product each device may let go without asking anybody.
//!
//! A bounded counter (ADR 43): one device keeps the rest, all others may take what they were given
//! less what they took. Each says in its own journal what it gives and what it takes, so every
//! device knows its own share whatever it has not heard yet, and nobody can take what another may.

mod decide;
mod rights;
mod state;

pub use decide::{close, give, lose, open, want};
pub use rights::Rights;
pub use state::{Part, Share, ShareTerms};

use crate::entry::{Subject, SubjectKind};
use crate::ids::ProductId;
use sha2::{Digest, Sha256};
use uuid::Builder;

/// The record of the shares of a product at a place, which every device finds by itself.
pub fn subject(product: ProductId, location: &str) -> Subject {
    let mut hasher = Sha256::new();
    hasher.update(b"counterbook share 1\0");
    hasher.update(product.0.as_bytes());
    hasher.update(location.as_bytes());
    let digest: [u8; 32] = hasher.finalize().into();
    let mut id = [0; 16];
    id.copy_from_slice(&digest[..16]);
    Subject::new(
        SubjectKind::Share,
        Builder::from_custom_bytes(id).into_uuid(),
    )
}
