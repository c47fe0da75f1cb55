-- scan: people know the end of a code; a shop has some thousand cards.
SELECT count(*) FROM gift_card WHERE code LIKE ?1
