INSERT OR REPLACE INTO sync_place (place, history, held, redacted_no, contact_ms, offset_ms,
                                   bytes_out, bytes_in, failure)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
