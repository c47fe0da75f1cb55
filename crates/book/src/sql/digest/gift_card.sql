-- scan: a digest reads every row.
SELECT (SELECT id FROM subject WHERE no = gift_card.no), code, issued_ms, issued_day, expires_day,
       state, version
FROM gift_card
