INSERT INTO till_session (no, device, number, opened_ms, version)
VALUES (?1, ?2, ?3, ?4, ?5)
