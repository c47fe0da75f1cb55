SELECT count_anchor.at_ms, count_anchor.subject, counted_milli, offset_min, business_day
FROM count_anchor JOIN subject ON subject.no = count_anchor.subject
WHERE product = ?1 AND location = ?2
ORDER BY count_anchor.at_ms, subject.id
