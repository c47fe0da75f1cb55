-- scan: the cards in the order of their codes, once.
SELECT customer.no, customer.name, twice.code
FROM (
  SELECT code, max(customer) AS customer
  FROM loyalty_card WHERE ?1 = ?1
  GROUP BY code HAVING count(*) > 1
) AS twice
JOIN customer ON customer.no = twice.customer
