SELECT (SELECT id FROM subject WHERE no = supply.product), sku, title, product.version, code,
       pack_barcode, pack_milli, minimum_milli, unit_cost_micro, lead_time_days, preferred
FROM supply
JOIN product ON product.no = supply.product
WHERE supplier = ?1 AND (?2 = '' OR title_key LIKE ?2 OR sku LIKE ?2 OR code LIKE ?2)
ORDER BY sku, product.no LIMIT ?3 OFFSET ?4
