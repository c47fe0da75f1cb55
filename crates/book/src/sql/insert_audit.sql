INSERT OR REPLACE INTO audit (no, at_ms, offset_min, kind, actor, said)
VALUES (?1, ?2, ?3, ?4, ?5, ?6)
