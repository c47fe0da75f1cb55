-- scan: suggestions look at what every product costs.
SELECT product, supplier, code, pack_milli, minimum_milli, unit_cost_micro, lead_time_days,
       preferred
FROM supply
