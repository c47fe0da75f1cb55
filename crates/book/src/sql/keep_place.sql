INSERT OR REPLACE INTO sync_place (place, history, held, redacted_no, contact_ms, offset_ms,
                                   bytes_out, bytes_in, failure,
                                   snapshot_ms, snapshot_bytes, snapshot_entries)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
