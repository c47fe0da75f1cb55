DELETE FROM points_move WHERE customer = ?1 AND at_ms = ?2 AND cause = ?3 AND part = ?4
