INSERT INTO purchase (no, number, supplier, stage, began_ms, began_day, ordered_day, expected_day,
                      line_count, ordered_milli, open_milli, total_minor, version)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
