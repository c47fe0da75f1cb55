-- scan: one row per customer and country, a fraction of the orders.
SELECT country, customer FROM customer_country WHERE documents > 0
