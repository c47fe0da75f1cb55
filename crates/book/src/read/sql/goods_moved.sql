-- scan: one step of the index for each product.
WITH RECURSIVE moved (product) AS (
  SELECT min(product) FROM stock_move
  UNION ALL
  SELECT (SELECT min(product) FROM stock_move WHERE stock_move.product > moved.product)
  FROM moved WHERE product IS NOT NULL
)
INSERT INTO goods_stale (product) SELECT product FROM moved WHERE product IS NOT NULL
