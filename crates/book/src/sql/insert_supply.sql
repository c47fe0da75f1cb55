INSERT INTO supply (product, supplier, code, pack_barcode, pack_milli, minimum_milli,
                    unit_cost_micro, lead_time_days, preferred)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
