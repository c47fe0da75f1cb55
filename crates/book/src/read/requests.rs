//! What has been asked of the book before.

use super::Read;
use crate::error::Result;
use domain::RequestId;

impl Read<'_> {
    /// Whether a request was carried out, on this device or on another.
    pub fn was_carried_out(&self, request: RequestId) -> Result<bool> {
        let sql = "SELECT 1 FROM journal WHERE request_id = ?1 LIMIT 1";
        let mut query = self.conn.prepare_cached(sql)?;
        Ok(query.exists([request.0.as_bytes()])?)
    }
}
