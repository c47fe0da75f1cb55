-- scan: a shop writes some thousand a year.
SELECT count(*)
FROM purchase
LEFT JOIN supplier ON supplier.no = purchase.supplier
WHERE (?1 IS NULL OR stage = ?1) AND (?2 IS NULL OR supplier = ?2)
  AND (?3 = '' OR supplier.name_key LIKE ?3
    OR purchase.no IN (SELECT no FROM goods_word WHERE words LIKE ?3)
    OR purchase.no IN (SELECT no FROM goods_named WHERE product IN
      (SELECT value FROM json_each(?4)))
    OR purchase.no IN (SELECT no FROM goods_word WHERE location IN
      (SELECT value FROM json_each(?5))))
