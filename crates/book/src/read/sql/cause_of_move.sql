SELECT subject.kind, subject.id,
       coalesce(orders.number, stock_document.reason, transfer.number, stock_count.title,
                purchase.number)
FROM subject
LEFT JOIN orders ON orders.no = subject.no
LEFT JOIN stock_document ON stock_document.no = subject.no
LEFT JOIN transfer ON transfer.no = subject.no
LEFT JOIN stock_count ON stock_count.no = subject.no
LEFT JOIN purchase ON purchase.no = subject.no
WHERE subject.no = ?1
