INSERT INTO product (no, sku, title, title_key, category, unit_price_micro, cost_micro, tax,
                     service, archived, reorder_point_milli, reorder_to_milli, run, version,
                     varied, variant_of, variant, safety_milli, kept_back_milli)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)
