-- scan: along the index, as far as the window reaches.
SELECT (SELECT id FROM subject WHERE no = gift_card.no), code, issued_day, expires_day, state,
       coalesce((SELECT amount_minor FROM credit_balance WHERE holder = gift_card.no), 0), version
FROM gift_card
ORDER BY issued_ms DESC, no DESC LIMIT ?1 OFFSET ?2
