INSERT INTO series (name, last) VALUES (?1, ?2)
ON CONFLICT DO UPDATE SET last = max(last, excluded.last)
