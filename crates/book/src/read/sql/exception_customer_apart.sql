-- scan: the few of which something was set apart.
SELECT customer.no, customer.name, fields_apart.fields
FROM fields_apart
JOIN customer ON customer.no = fields_apart.no
WHERE ?1 = ?1
ORDER BY customer.no
