INSERT INTO gift_card (no, code, issued_ms, issued_day, expires_day, state, version)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
