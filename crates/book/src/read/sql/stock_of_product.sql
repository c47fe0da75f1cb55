SELECT stock_balance.location, on_hand_milli, allocated_milli, coalesce(location.sellable, 1),
       (SELECT kept_back_milli FROM product WHERE no = ?1),
       EXISTS (SELECT 1 FROM safety_stock WHERE product = ?1)
FROM stock_balance
LEFT JOIN location ON location.place = stock_balance.location
WHERE stock_balance.product = ?1
ORDER BY stock_balance.location
