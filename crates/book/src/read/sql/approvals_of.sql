SELECT at_ms, offset_min, kind, actor, said
FROM audit INDEXED BY audit_by_record
WHERE kind = 'audit.approved' AND json_extract(said, '$.record') = ?1
ORDER BY at_ms DESC, no DESC
