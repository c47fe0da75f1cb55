-- scan: a digest reads every row.
SELECT (SELECT id FROM subject WHERE no = purchase.no), number,
       (SELECT id FROM subject WHERE no = purchase.supplier), stage, began_ms, began_day,
       ordered_day, expected_day, line_count, ordered_milli, open_milli, total_minor, version
FROM purchase
