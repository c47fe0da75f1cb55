INSERT INTO count_anchor (product, location, at_ms, subject, counted_milli, offset_min,
                          business_day)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
