-- scan: adjustments are few beside sales.
SELECT count(*) FROM stock_document
WHERE (?1 IS NULL OR reason = ?1)
  AND (?2 = '' OR stock_document.no IN (SELECT no FROM goods_word WHERE words LIKE ?2)
    OR stock_document.no IN (SELECT no FROM goods_named WHERE product IN
      (SELECT value FROM json_each(?3)))
    OR stock_document.no IN (SELECT no FROM goods_word WHERE location IN
      (SELECT value FROM json_each(?4))))
