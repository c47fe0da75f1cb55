DELETE FROM credit_move WHERE holder = ?1 AND at_ms = ?2 AND cause = ?3 AND part = ?4
