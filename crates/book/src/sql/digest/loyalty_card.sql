-- scan: a digest reads every row.
SELECT code, (SELECT id FROM subject WHERE no = loyalty_card.customer)
FROM loyalty_card
