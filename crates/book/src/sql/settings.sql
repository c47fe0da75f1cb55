SELECT terms, version,
       EXISTS (SELECT 1 FROM price_list) OR EXISTS (SELECT 1 FROM promotion),
       (SELECT max(at_ms) FROM count_anchor)
FROM settings ORDER BY no LIMIT 1
