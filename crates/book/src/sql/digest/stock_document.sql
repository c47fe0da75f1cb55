-- scan: a digest reads every row.
SELECT (SELECT id FROM subject WHERE no = stock_document.no), reason, external_id, at_ms,
       offset_min, business_day, (SELECT id FROM subject WHERE no = stock_document.run)
FROM stock_document
