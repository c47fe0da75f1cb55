INSERT INTO order_line (product, order_no, line, quantity_milli, total_minor)
VALUES (?1, ?2, ?3, ?4, ?5)
