SELECT subject.id, customer.name, coalesce(customer.code, customer.city)
FROM customer_search(?1)
JOIN customer ON customer.no = customer_search.rowid
JOIN subject ON subject.no = customer.no
WHERE ?2 = ?2
LIMIT ?3
