SELECT DISTINCT subject.kind, subject.no
FROM journal
JOIN subject ON subject.no = journal.subject
WHERE journal.pos > ?1
LIMIT ?2
