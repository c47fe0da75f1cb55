SELECT lot, sum(iif(to_location = ?2, quantity_milli, -quantity_milli)) AS level_milli
FROM lot_move
WHERE product = ?1 AND at_ms <= ?3 AND (from_location = ?2) <> (to_location = ?2)
  AND subject <> ?4
GROUP BY lot
HAVING level_milli <> 0
