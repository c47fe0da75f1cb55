-- scan: a digest reads every row.
SELECT (SELECT id FROM subject WHERE no = fields_apart.no), fields
FROM fields_apart
