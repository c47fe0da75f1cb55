-- scan: the few of which something was set apart.
SELECT product.no, product.sku || ' ' || product.title, fields_apart.fields
FROM fields_apart
JOIN product ON product.no = fields_apart.no
WHERE ?1 = ?1
ORDER BY product.no
