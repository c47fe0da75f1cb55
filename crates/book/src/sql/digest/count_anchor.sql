-- scan: a digest reads every row.
SELECT (SELECT id FROM subject WHERE no = count_anchor.product),
       (SELECT text FROM term WHERE no = count_anchor.location), at_ms,
       (SELECT id FROM subject WHERE no = count_anchor.subject), counted_milli, offset_min,
       business_day
FROM count_anchor
