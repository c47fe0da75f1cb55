SELECT (SELECT id FROM subject WHERE no = incoming.purchase), purchase.number, supplier.name,
       location, incoming.expected_day, quantity_milli
FROM incoming
JOIN purchase ON purchase.no = incoming.purchase
LEFT JOIN supplier ON supplier.no = purchase.supplier
WHERE product = ?1
ORDER BY incoming.expected_day IS NULL, incoming.expected_day, incoming.purchase, line
