-- Orders still to ship that were placed on the day or later. Their clock shows at most two days
-- less than their business day, so that only the newest part of the index is read.
SELECT count(*)
FROM orders INDEXED BY orders_by_fulfilment
WHERE fulfilment <> 4 AND fulfilment IN (2, 3) AND placed_ms >= (?1 - 2) * 86400000
  AND state = 1 AND business_day >= ?1
