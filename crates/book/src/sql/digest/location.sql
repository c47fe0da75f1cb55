-- scan: a digest reads every row.
SELECT (SELECT id FROM subject WHERE no = location.no),
       (SELECT text FROM term WHERE no = location.place),
       (SELECT text FROM term WHERE no = location.parent), name, code, kind, sellable, archived,
       version
FROM location
