-- scan: along the index, as far as the window reaches; words of documents are few beside sales.
SELECT subject.id, number, title, from_location, to_location, state, at_ms, offset_min, open_milli,
       transfer.version
FROM transfer INDEXED BY transfer_by_time
JOIN subject ON subject.no = transfer.no
WHERE at_ms > -9223372036854775808 AND (?3 IS NULL OR state = ?3)
  AND (?4 = '' OR transfer.no IN (SELECT no FROM goods_word WHERE words LIKE ?4)
    OR transfer.no IN (SELECT no FROM goods_named WHERE product IN
      (SELECT value FROM json_each(?5)))
    OR from_location IN (SELECT value FROM json_each(?6))
    OR to_location IN (SELECT value FROM json_each(?6)))
ORDER BY at_ms DESC, subject.id DESC
LIMIT ?1 OFFSET ?2
