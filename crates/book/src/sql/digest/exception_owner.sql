-- scan: a digest reads every row.
SELECT (SELECT id FROM subject WHERE no = exception_owner.no), code, owner
FROM exception_owner
