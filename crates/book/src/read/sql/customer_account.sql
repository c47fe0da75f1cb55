SELECT coalesce(sum(total_minor - paid_minor), 0),
       coalesce(sum(total_minor - paid_minor) FILTER (WHERE due_day < ?2), 0),
       count(*) FILTER (WHERE due_day < ?2), min(due_day)
FROM orders
WHERE customer = ?1 AND state = 1 AND payment IN (0, 1)
  AND no NOT IN (SELECT subject FROM waiting)
