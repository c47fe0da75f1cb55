SELECT subject.kind, subject.id, coalesce(orders.number, stock_document.reason)
FROM subject
LEFT JOIN orders ON orders.no = subject.no
LEFT JOIN stock_document ON stock_document.no = subject.no
WHERE subject.no = ?1
