-- scan: a digest reads every row.
SELECT (SELECT id FROM subject WHERE no = supply.product),
       (SELECT id FROM subject WHERE no = supply.supplier), code, pack_barcode, pack_milli,
       minimum_milli, unit_cost_micro, lead_time_days, preferred
FROM supply
