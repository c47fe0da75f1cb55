SELECT orders.no AS no, subject.id AS id, number, external_id, orders.kind AS kind, state,
       placed_ms, offset_min, business_day, buyer.id AS customer,
       CASE customer.erased WHEN 1 THEN 'Erased customer ' || lower(substr(hex(buyer.id), 27))
         ELSE customer.name END AS customer_name,
       channel, orders.country AS country, items_milli, line_count, total_minor, paid_minor,
       payment, fulfilment, orders.version AS version, flags, due_day
FROM orders
JOIN subject ON subject.no = orders.no
LEFT JOIN subject AS buyer ON buyer.no = orders.customer
LEFT JOIN customer ON customer.no = orders.customer
WHERE orders.no = ?1
