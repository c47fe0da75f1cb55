SELECT code,
       CASE erased WHEN 0 THEN name
         ELSE 'Erased customer ' || lower(substr(hex(subject.id), 27)) END
FROM customer JOIN subject ON subject.no = customer.no
WHERE customer.no = ?1
