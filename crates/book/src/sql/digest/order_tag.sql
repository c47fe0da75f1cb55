-- scan: a digest reads every row.
SELECT tag, (SELECT id FROM subject WHERE no = order_tag.order_no)
FROM order_tag
