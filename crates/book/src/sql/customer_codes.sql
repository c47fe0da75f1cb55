-- scan: an import needs every code once.
SELECT code, subject.id FROM customer JOIN subject ON subject.no = customer.no
WHERE code IS NOT NULL
ORDER BY customer.no
