SELECT device.id, seq, hlc, at_ms, offset_min, business_day, actor, subject.kind, subject.id,
       journal.kind, version, said, request_id, personal_digest, hash, salt, personal.text
FROM journal
JOIN device ON device.no = journal.device
JOIN subject ON subject.no = journal.subject
LEFT JOIN personal ON personal.pos = journal.pos
WHERE journal.device = ?1 AND journal.seq > ?2
ORDER BY journal.seq
