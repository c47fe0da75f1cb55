SELECT subject.id, from_milli, unit_price_micro
FROM price
JOIN subject ON subject.no = price.list
WHERE product = ?1
