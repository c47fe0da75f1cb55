-- scan: the newest rows in the order of the index, up to the limit.
SELECT at_ms, offset_min, kind, actor, said
FROM audit ORDER BY at_ms DESC, no DESC LIMIT ?1 OFFSET ?2
