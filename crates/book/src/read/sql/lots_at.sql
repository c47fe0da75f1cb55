SELECT lot, on_hand_milli,
       (SELECT min(at_ms) FROM lot_move
        WHERE lot_move.product = ?1 AND lot_move.lot = lot_balance.lot),
       iif(EXISTS (SELECT 1 FROM lot_day
                   WHERE lot_day.product = ?1 AND lot_day.lot = lot_balance.lot),
           (SELECT expires_day FROM lot_day
            WHERE lot_day.product = ?1 AND lot_day.lot = lot_balance.lot),
           (SELECT min(expires_day) FROM lot_move
            WHERE lot_move.product = ?1 AND lot_move.lot = lot_balance.lot))
FROM lot_balance
WHERE product = ?1 AND location = ?2
