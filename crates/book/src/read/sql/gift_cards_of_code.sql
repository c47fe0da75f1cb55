-- scan: people know the end of a code; a shop has some thousand cards.
SELECT (SELECT id FROM subject WHERE no = gift_card.no), code, issued_day, expires_day, state,
       coalesce((SELECT amount_minor FROM credit_balance WHERE holder = gift_card.no), 0), version
FROM gift_card
WHERE code LIKE ?1 ORDER BY issued_ms DESC, no DESC LIMIT ?2 OFFSET ?3
