-- scan: a digest reads every row.
SELECT (SELECT id FROM subject WHERE no = lot_balance.product), lot,
       (SELECT text FROM term WHERE no = lot_balance.location), on_hand_milli
FROM lot_balance
