-- scan: a digest reads every row.
SELECT (SELECT id FROM subject WHERE no = transfer.no), number,
       (SELECT text FROM term WHERE no = transfer.from_location),
       (SELECT text FROM term WHERE no = transfer.to_location), state, title, at_ms, offset_min,
       open_milli, version
FROM transfer
