SELECT device.id AS device_id, seq, hlc, at_ms, offset_min, business_day, actor,
       subject.kind AS subject_kind, subject.id AS subject_id, journal.kind AS kind, version,
       payload, request_id, personal_digest, hash, salt, personal.text AS personal_text
FROM journal
JOIN device ON device.no = journal.device
JOIN subject ON subject.no = journal.subject
LEFT JOIN personal ON personal.pos = journal.pos
WHERE journal.subject = ?1
