SELECT stock_document.no, subject.id, reason, at_ms, offset_min
FROM stock_document INDEXED BY stock_document_by_time
JOIN subject ON subject.no = stock_document.no
WHERE at_ms > -9223372036854775808 AND (?1 IS NULL OR reason = ?1)
ORDER BY at_ms DESC, subject.id DESC
LIMIT ?2 OFFSET ?3
