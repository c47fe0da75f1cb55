SELECT (SELECT id FROM subject WHERE no = gift_card.no), code, issued_day, expires_day, state,
       coalesce((SELECT amount_minor FROM credit_balance WHERE holder = gift_card.no), 0), version
FROM gift_card
WHERE no = ?1
