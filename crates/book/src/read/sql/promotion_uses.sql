SELECT count(*), coalesce(sum(off_minor), 0) FROM promotion_use WHERE promotion = ?1
