-- scan: a digest reads every row.
SELECT name, rows
FROM row_count
