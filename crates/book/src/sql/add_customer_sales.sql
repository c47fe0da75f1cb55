INSERT INTO customer_sales (grain, period, customer, documents, revenue_minor)
VALUES (?1, ?2, ?3, ?4, ?5)
ON CONFLICT DO UPDATE SET documents = documents + excluded.documents,
                          revenue_minor = revenue_minor + excluded.revenue_minor
RETURNING documents
