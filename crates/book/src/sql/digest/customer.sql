-- scan: a digest reads every row.
SELECT (SELECT id FROM subject WHERE no = customer.no), code, name, name_key, company, country,
       city, email, phone, archived, erased, (SELECT id FROM subject WHERE no = customer.run),
       version
FROM customer
