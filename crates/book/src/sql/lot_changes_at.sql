SELECT lot, at_ms, iif(to_location = ?2, quantity_milli, -quantity_milli)
FROM lot_move JOIN subject ON subject.no = lot_move.subject
WHERE product = ?1 AND at_ms <= ?3 AND (from_location = ?2) <> (to_location = ?2)
  AND subject.kind <> 32
ORDER BY at_ms
