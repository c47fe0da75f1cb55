-- scan: a check reads every balance.
SELECT count(*) FROM (
  SELECT account FROM (
    SELECT iif(kind = 2, 'store_credit', 'gift_card') AS account, amount_minor
    FROM credit_balance JOIN subject ON subject.no = credit_balance.holder
    UNION ALL
    SELECT term.text, amount_minor
    FROM money_balance JOIN term ON term.no = money_balance.account
    WHERE term.text IN ('store_credit', 'gift_card')
  ) GROUP BY account HAVING sum(amount_minor) <> 0
)
