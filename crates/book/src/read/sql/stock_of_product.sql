SELECT location, on_hand_milli, allocated_milli
FROM stock_balance
WHERE product = ?1
ORDER BY location
