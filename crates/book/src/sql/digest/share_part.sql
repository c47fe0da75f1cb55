-- scan: a digest reads every row.
SELECT (SELECT id FROM subject WHERE no = share_part.product),
       (SELECT text FROM term WHERE no = share_part.location), device, given_milli, used_milli,
       asked_milli
FROM share_part
