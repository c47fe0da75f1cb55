SELECT count_anchor.at_ms, count_anchor.subject, count_anchor.offset_min, counted_milli,
       subject.id, stock_count.title
FROM count_anchor
JOIN subject ON subject.no = count_anchor.subject
LEFT JOIN stock_count ON stock_count.no = count_anchor.subject
WHERE product = ?1 AND count_anchor.location = ?2
ORDER BY count_anchor.at_ms DESC, subject.id DESC
LIMIT 1
