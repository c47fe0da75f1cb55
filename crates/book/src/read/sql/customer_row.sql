SELECT subject.id, code,
       CASE erased WHEN 0 THEN name
         ELSE 'Erased customer ' || lower(substr(hex(subject.id), 27)) END,
       company, country, email, phone, documents, revenue_minor,
       balance_minor, first_day, last_day, erased, archived, version,
       (SELECT json_group_object(key, json(value)) FROM custom_value
        WHERE custom_value.no = customer.no)
FROM customer
JOIN subject ON subject.no = customer.no
LEFT JOIN customer_total ON customer_total.customer = customer.no
WHERE customer.no = ?1
