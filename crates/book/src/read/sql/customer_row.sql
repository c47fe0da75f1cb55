SELECT subject.id, code, name, company, country, email, phone, documents, revenue_minor,
       balance_minor, first_day, last_day, erased, archived, version
FROM customer
JOIN subject ON subject.no = customer.no
LEFT JOIN customer_total ON customer_total.customer = customer.no
WHERE customer.no = ?1
