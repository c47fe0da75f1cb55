INSERT INTO device (id, mine, prefix, last_seq, last_hash, last_hlc)
VALUES (?1, ?2, ?3, 0, ?4, 0)
ON CONFLICT DO NOTHING
