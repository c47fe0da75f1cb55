INSERT INTO money_leg (subject, account, business_day, amount_minor) VALUES (?1, ?2, ?3, ?4)
