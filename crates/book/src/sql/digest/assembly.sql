-- scan: a digest reads every row.
SELECT (SELECT id FROM subject WHERE no = assembly.product),
       (SELECT id FROM subject WHERE no = assembly.no)
FROM assembly
