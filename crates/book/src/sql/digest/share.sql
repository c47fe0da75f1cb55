-- scan: a digest reads every row.
SELECT (SELECT id FROM subject WHERE no = share.no),
       (SELECT id FROM subject WHERE no = share.product),
       (SELECT text FROM term WHERE no = share.location), keeper, open, version
FROM share
