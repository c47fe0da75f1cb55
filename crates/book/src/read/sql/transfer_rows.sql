SELECT subject.id, number, title, from_location, to_location, state, at_ms, offset_min, open_milli,
       transfer.version
FROM transfer INDEXED BY transfer_by_time
JOIN subject ON subject.no = transfer.no
WHERE at_ms > -9223372036854775808 AND (?3 IS NULL OR state = ?3)
ORDER BY at_ms DESC, subject.id DESC
LIMIT ?1 OFFSET ?2
