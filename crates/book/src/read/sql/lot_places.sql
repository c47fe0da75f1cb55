-- scan: locations are few.
SELECT no FROM term WHERE text = ?2
UNION SELECT place FROM location
UNION SELECT location FROM stock_balance WHERE product = ?1
