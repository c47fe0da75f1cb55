SELECT orders.no AS no, subject.id AS id, number, external_id, orders.kind AS kind, state,
       placed_ms, offset_min, business_day, buyer.id AS customer,
       CASE customer.erased WHEN 1 THEN 'Erased customer ' || lower(substr(hex(buyer.id), 27))
         ELSE customer.name END AS customer_name,
       channel, orders.country AS country, items_milli, line_count,
       coalesce(order_foreign.total_minor, orders.total_minor) AS total_minor,
       coalesce(order_foreign.paid_minor, orders.paid_minor) AS paid_minor,
       payment, fulfilment, orders.version AS version, flags, due_day, order_foreign.currency
FROM orders
JOIN subject ON subject.no = orders.no
LEFT JOIN subject AS buyer ON buyer.no = orders.customer
LEFT JOIN order_foreign ON order_foreign.no = orders.no
LEFT JOIN customer ON customer.no = orders.customer
WHERE orders.no = ?1
