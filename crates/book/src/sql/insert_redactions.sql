INSERT OR IGNORE INTO redaction (device, seq)
SELECT device, seq FROM journal JOIN personal ON personal.pos = journal.pos
WHERE subject = ?1
ORDER BY journal.pos
