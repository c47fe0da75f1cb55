INSERT INTO stock_move (product, at_ms, subject, part, from_location, to_location,
                        quantity_milli, offset_min, unit_cost_micro)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, nullif(?9, -1))
