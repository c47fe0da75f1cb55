-- scan: a digest reads every row.
SELECT (SELECT id FROM subject WHERE no = promotion_use.promotion),
       (SELECT id FROM subject WHERE no = promotion_use.order_no), off_minor
FROM promotion_use
