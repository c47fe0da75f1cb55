-- scan: along the index, as far as the window reaches; words of documents are few beside sales.
SELECT subject.id, title, location, state, began_ms, offset_min, products, stock_count.version
FROM stock_count INDEXED BY stock_count_by_time
JOIN subject ON subject.no = stock_count.no
WHERE began_ms > -9223372036854775808
  AND (?3 = '' OR stock_count.no IN (SELECT no FROM goods_word WHERE words LIKE ?3)
    OR stock_count.no IN (SELECT no FROM goods_named WHERE product IN
      (SELECT value FROM json_each(?4)))
    OR location IN (SELECT value FROM json_each(?5)))
ORDER BY began_ms DESC, subject.id DESC
LIMIT ?1 OFFSET ?2
