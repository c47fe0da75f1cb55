SELECT subject.id, title, location, state, began_ms, offset_min, products, stock_count.version
FROM stock_count INDEXED BY stock_count_by_time
JOIN subject ON subject.no = stock_count.no
WHERE began_ms > -9223372036854775808
ORDER BY began_ms DESC, subject.id DESC
LIMIT ?1 OFFSET ?2
