-- scan: a digest reads every row.
SELECT sha256, (SELECT id FROM subject WHERE no = order_attachment.order_no)
FROM order_attachment
