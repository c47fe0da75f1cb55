-- scan: a digest reads every row.
SELECT (SELECT id FROM subject WHERE no = goods_word.no), words,
       (SELECT text FROM term WHERE no = goods_word.location)
FROM goods_word
