-- scan: a digest reads every row.
SELECT (SELECT text FROM term WHERE no = customer_country.country),
       (SELECT id FROM subject WHERE no = customer_country.customer), documents
FROM customer_country
