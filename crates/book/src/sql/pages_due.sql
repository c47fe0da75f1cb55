SELECT wanted.link, subject.id, wanted.until_ms, wanted.withdrawn, wanted.said
FROM page_wanted AS wanted
JOIN subject ON subject.no = wanted.order_no
LEFT JOIN page_sent AS sent ON sent.link = wanted.link AND sent.place = ?1
WHERE wanted.until_ms > ?2 AND sent.said IS NOT wanted.said
ORDER BY wanted.until_ms
LIMIT ?3
