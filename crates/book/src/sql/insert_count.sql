INSERT OR REPLACE INTO stock_count (no, location, state, title, began_ms, offset_min, products,
                                    version)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
