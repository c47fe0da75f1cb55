INSERT INTO row_count (name, rows) VALUES (?1, ?2)
ON CONFLICT DO UPDATE SET rows = rows + excluded.rows
