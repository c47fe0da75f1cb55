-- scan: a digest reads every row.
SELECT (SELECT id FROM subject WHERE no = money_leg.subject),
       (SELECT text FROM term WHERE no = money_leg.account), business_day, amount_minor
FROM money_leg
