-- scan: a digest reads every row.
SELECT name, last
FROM series
