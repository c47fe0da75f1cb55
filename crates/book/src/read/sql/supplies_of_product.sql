SELECT (SELECT id FROM subject WHERE no = supply.supplier), supplier.name, code, pack_barcode,
       pack_milli, minimum_milli, unit_cost_micro, lead_time_days, preferred
FROM supply
LEFT JOIN supplier ON supplier.no = supply.supplier
WHERE product = ?1
ORDER BY preferred DESC, supplier.name_key, supply.supplier
