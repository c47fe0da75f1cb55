-- scan: a digest reads every row.
SELECT (SELECT id FROM subject WHERE no = custom_value.no), key, value
FROM custom_value
