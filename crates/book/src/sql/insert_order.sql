INSERT INTO orders (no, number, external_id, kind, state, payment, fulfilment, placed_ms,
                    offset_min, business_day, customer, channel, country, items_milli, line_count,
                    total_minor, tax_minor, paid_minor, refunded_minor, flags, run, version,
                    due_day)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20,
        ?21, ?22, ?23)
