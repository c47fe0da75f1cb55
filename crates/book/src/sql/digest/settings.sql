-- scan: a digest reads every row.
SELECT (SELECT id FROM subject WHERE no = settings.no), terms, version
FROM settings
