-- One row, also while the entry that names the business has not come yet: counts may come first.
SELECT (SELECT terms FROM settings ORDER BY no LIMIT 1),
       (SELECT version FROM settings ORDER BY no LIMIT 1),
       EXISTS (SELECT 1 FROM price_list) OR EXISTS (SELECT 1 FROM promotion),
       (SELECT max(at_ms) FROM count_anchor)
