-- scan: a digest reads every row.
SELECT tag, (SELECT id FROM subject WHERE no = customer_tag.customer)
FROM customer_tag
