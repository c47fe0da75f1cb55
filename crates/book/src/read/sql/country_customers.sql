SELECT customer FROM customer_country WHERE country = ?1 AND documents > 0
