-- scan: the index is made again from every customer.
SELECT no, code, name, email, phone, city FROM customer
