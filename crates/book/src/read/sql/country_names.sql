-- scan: what a repair would do is asked for by hand, and looks at every customer once.
SELECT subject.id, customer.country
FROM customer JOIN subject ON subject.no = customer.no
WHERE customer.erased = 0 AND length(customer.country) <> 2
ORDER BY customer.no
