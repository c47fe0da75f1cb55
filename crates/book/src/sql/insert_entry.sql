INSERT INTO journal (device, seq, hlc, at_ms, offset_min, business_day, actor, subject, kind,
                     version, request_id, personal_digest, hash, payload, packed)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)
