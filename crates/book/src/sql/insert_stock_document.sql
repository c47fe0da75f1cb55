INSERT INTO stock_document (no, reason, external_id, at_ms, offset_min, business_day, run)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
