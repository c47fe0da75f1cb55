INSERT OR REPLACE INTO transfer (no, number, from_location, to_location, state, title, at_ms,
                                 offset_min, open_milli, version)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
