-- scan: a digest reads every row.
SELECT (SELECT id FROM subject WHERE no = bundle.product), kind
FROM bundle
