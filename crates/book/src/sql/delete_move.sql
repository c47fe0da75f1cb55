DELETE FROM stock_move WHERE product = ?1 AND at_ms = ?2 AND subject = ?3 AND part = ?4
