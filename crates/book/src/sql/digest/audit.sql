-- scan: a digest reads every row.
SELECT (SELECT id FROM subject WHERE no = audit.no), at_ms, offset_min, kind, actor, said FROM audit
