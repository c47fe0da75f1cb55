SELECT subject.id, product.sku, product.title, on_hand_milli, allocated_milli, cost_micro
FROM product_search(?2)
JOIN product ON product.no = product_search.rowid
JOIN stock_balance ON stock_balance.product = product.no AND stock_balance.location = ?1
JOIN subject ON subject.no = product.no
ORDER BY product.sku
LIMIT 200
