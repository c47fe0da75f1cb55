INSERT INTO lot_balance (product, lot, location, on_hand_milli) VALUES (?1, ?2, ?3, ?4)
ON CONFLICT DO UPDATE SET on_hand_milli = on_hand_milli + excluded.on_hand_milli
