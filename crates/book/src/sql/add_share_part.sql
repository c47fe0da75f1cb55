INSERT INTO share_part (product, location, device, given_milli, used_milli, asked_milli)
VALUES (?1, ?2, ?3, ?4, ?5, ?6)
ON CONFLICT DO UPDATE SET
  given_milli = given_milli + excluded.given_milli,
  used_milli = used_milli + excluded.used_milli,
  asked_milli = asked_milli + excluded.asked_milli
