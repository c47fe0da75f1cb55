-- scan: a rebuild reads every entry.
SELECT device.id, seq, hlc, at_ms, offset_min, business_day, actor, subject.kind, subject.id,
       journal.kind, version, said, request_id, personal_digest, hash, salt, personal.text, journal.subject
FROM journal
JOIN device ON device.no = journal.device
JOIN subject ON subject.no = journal.subject
LEFT JOIN personal ON personal.pos = journal.pos
ORDER BY journal.subject
