INSERT INTO lot_counted (product, location, at_ms, subject, lot, counted_milli, expires_day)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
