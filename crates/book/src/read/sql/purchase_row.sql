SELECT (SELECT id FROM subject WHERE no = purchase.no), number,
       (SELECT id FROM subject WHERE no = purchase.supplier), supplier.name, stage, began_day,
       ordered_day, expected_day, line_count, ordered_milli, open_milli, total_minor,
       purchase.version
FROM purchase
LEFT JOIN supplier ON supplier.no = purchase.supplier
WHERE purchase.no = ?1
