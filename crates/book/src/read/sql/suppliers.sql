SELECT no, (SELECT id FROM subject WHERE no = supplier.no), terms, personal, version,
       (SELECT count(*) FROM supply WHERE supply.supplier = supplier.no),
       (SELECT count(*) FROM purchase WHERE purchase.supplier = supplier.no AND stage IN (1, 2))
FROM supplier
WHERE (?1 IS NULL OR no = ?1)
ORDER BY archived, name_key, no
