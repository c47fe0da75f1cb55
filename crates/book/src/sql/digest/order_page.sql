-- scan: a digest reads every row.
SELECT link, (SELECT id FROM subject WHERE no = order_page.order_no),
  (SELECT id FROM subject WHERE no = order_page.customer), until_ms, withdrawn
FROM order_page
