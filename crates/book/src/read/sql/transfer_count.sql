-- scan: transfers are few beside sales.
SELECT count(*) FROM transfer
WHERE (?1 IS NULL OR state = ?1)
  AND (?2 = '' OR transfer.no IN (SELECT no FROM goods_word WHERE words LIKE ?2)
    OR transfer.no IN (SELECT no FROM goods_named WHERE product IN
      (SELECT value FROM json_each(?3)))
    OR from_location IN (SELECT value FROM json_each(?4))
    OR to_location IN (SELECT value FROM json_each(?4)))
