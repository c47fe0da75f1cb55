SELECT at_ms, cause, part, offset_min, kind, amount_minor
FROM credit_move WHERE holder = ?1
ORDER BY at_ms DESC, cause DESC, part DESC LIMIT ?2
