-- scan: a digest reads every row.
SELECT (SELECT id FROM subject WHERE no = order_foreign.no), currency, total_minor, paid_minor
FROM order_foreign
