-- scan: along the index, as far as the window reaches; a shop writes some thousand a year.
SELECT (SELECT id FROM subject WHERE no = purchase.no), number,
       (SELECT id FROM subject WHERE no = purchase.supplier), supplier.name, stage, began_day,
       ordered_day, expected_day, line_count, ordered_milli, open_milli, total_minor,
       purchase.version
FROM purchase
LEFT JOIN supplier ON supplier.no = purchase.supplier
WHERE (?1 IS NULL OR stage = ?1) AND (?2 IS NULL OR supplier = ?2)
  AND (?3 = '' OR supplier.name_key LIKE ?3
    OR purchase.no IN (SELECT no FROM goods_word WHERE words LIKE ?3)
    OR purchase.no IN (SELECT no FROM goods_named WHERE product IN
      (SELECT value FROM json_each(?6)))
    OR purchase.no IN (SELECT no FROM goods_word WHERE location IN
      (SELECT value FROM json_each(?7))))
ORDER BY began_ms DESC, purchase.no DESC LIMIT ?4 OFFSET ?5
