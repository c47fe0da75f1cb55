SELECT iif(EXISTS (SELECT 1 FROM lot_day WHERE product = ?1 AND lot = ?2),
           (SELECT expires_day FROM lot_day WHERE product = ?1 AND lot = ?2),
           (SELECT min(expires_day) FROM lot_move WHERE product = ?1 AND lot = ?2))
