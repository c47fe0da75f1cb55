INSERT INTO points_move
  (customer, at_ms, cause, part, offset_min, business_day, kind, points, expires_day)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
