-- scan: a fresh fold fills the whole table once.
INSERT INTO customer_month
SELECT month, 0, count(*), sum(revenue_minor) FROM customer_first WHERE true GROUP BY month
ON CONFLICT DO UPDATE SET new_customers = excluded.new_customers,
                          new_revenue_minor = excluded.new_revenue_minor
