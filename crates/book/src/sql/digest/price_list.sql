-- scan: a digest reads every row.
SELECT (SELECT id FROM subject WHERE no = price_list.no), terms, version FROM price_list
