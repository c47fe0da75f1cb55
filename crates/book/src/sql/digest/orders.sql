-- scan: a digest reads every row.
SELECT (SELECT id FROM subject WHERE no = orders.no), number, external_id, kind, state, payment,
       fulfilment, placed_ms, offset_min, business_day,
       (SELECT id FROM subject WHERE no = orders.customer),
       (SELECT text FROM term WHERE no = orders.channel),
       (SELECT text FROM term WHERE no = orders.country), items_milli, line_count, total_minor,
       tax_minor, paid_minor, refunded_minor, flags,
       (SELECT id FROM subject WHERE no = orders.run), version, due_day
FROM orders
