SELECT (SELECT id FROM subject WHERE no = promotion.no), terms, version FROM promotion
