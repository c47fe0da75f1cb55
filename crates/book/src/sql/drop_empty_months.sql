-- scan: a row per month.
DELETE FROM customer_month WHERE revenue_minor = 0 AND new_customers = 0 AND new_revenue_minor = 0
