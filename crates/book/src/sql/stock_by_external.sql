SELECT subject.id FROM stock_document JOIN subject ON subject.no = stock_document.no
WHERE stock_document.external_id = ?1
LIMIT 1
