-- scan: locations are few.
SELECT subject.id, place, parent, name, code, location.kind, sellable, archived,
       (SELECT count(*) FROM stock_balance WHERE stock_balance.location = place
        AND (on_hand_milli <> 0 OR allocated_milli <> 0)), version
FROM location JOIN subject ON subject.no = location.no
ORDER BY name COLLATE NOCASE, code, subject.id
