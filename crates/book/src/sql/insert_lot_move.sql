INSERT INTO lot_move (product, lot, at_ms, subject, part, from_location, to_location,
                      quantity_milli, offset_min, expires_day)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
