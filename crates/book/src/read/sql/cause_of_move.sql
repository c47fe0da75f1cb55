SELECT subject.kind, subject.id,
       coalesce(orders.number, stock_document.reason, transfer.number, stock_count.title)
FROM subject
LEFT JOIN orders ON orders.no = subject.no
LEFT JOIN stock_document ON stock_document.no = subject.no
LEFT JOIN transfer ON transfer.no = subject.no
LEFT JOIN stock_count ON stock_count.no = subject.no
WHERE subject.no = ?1
