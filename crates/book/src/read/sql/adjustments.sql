-- scan: along the index, as far as the window reaches; words of documents are few beside sales.
SELECT stock_document.no, subject.id, reason, at_ms, offset_min
FROM stock_document INDEXED BY stock_document_by_time
JOIN subject ON subject.no = stock_document.no
WHERE at_ms > -9223372036854775808 AND (?1 IS NULL OR reason = ?1)
  AND (?4 = '' OR stock_document.no IN (SELECT no FROM goods_word WHERE words LIKE ?4)
    OR stock_document.no IN (SELECT no FROM goods_named WHERE product IN
      (SELECT value FROM json_each(?5)))
    OR stock_document.no IN (SELECT no FROM goods_word WHERE location IN
      (SELECT value FROM json_each(?6))))
ORDER BY at_ms DESC, subject.id DESC
LIMIT ?2 OFFSET ?3
