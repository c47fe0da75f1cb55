-- scan: a digest reads every row.
SELECT (SELECT id FROM subject WHERE no = till_session.no), device, number, opened_ms, version
FROM till_session
