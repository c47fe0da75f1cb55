INSERT INTO credit_move
  (holder, at_ms, cause, part, offset_min, business_day, kind, amount_minor)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
