-- scan: counts are few.
SELECT count(*) FROM stock_count
WHERE true
  AND (?1 = '' OR stock_count.no IN (SELECT no FROM goods_word WHERE words LIKE ?1)
    OR stock_count.no IN (SELECT no FROM goods_named WHERE product IN
      (SELECT value FROM json_each(?2)))
    OR location IN (SELECT value FROM json_each(?3)))
