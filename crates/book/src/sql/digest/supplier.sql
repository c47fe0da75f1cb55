-- scan: a digest reads every row.
SELECT (SELECT id FROM subject WHERE no = supplier.no), name, name_key, archived, terms, personal,
       version
FROM supplier
