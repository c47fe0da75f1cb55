DELETE FROM personal WHERE pos IN (SELECT pos FROM journal WHERE subject = ?1)
