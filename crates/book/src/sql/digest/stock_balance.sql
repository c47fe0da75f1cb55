-- scan: a digest reads every row.
SELECT (SELECT id FROM subject WHERE no = stock_balance.product),
       (SELECT text FROM term WHERE no = stock_balance.location), on_hand_milli, allocated_milli
FROM stock_balance
