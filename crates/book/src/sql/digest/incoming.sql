-- scan: a digest reads every row.
SELECT (SELECT id FROM subject WHERE no = incoming.product),
       (SELECT id FROM subject WHERE no = incoming.purchase), line,
       (SELECT text FROM term WHERE no = incoming.location), expected_day, quantity_milli
FROM incoming
