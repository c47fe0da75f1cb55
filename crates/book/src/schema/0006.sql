-- Schema 6: stock over several locations, purchasing, what goods cost, devices that sync.

-- What one unit cost when it came in, millionths of the major unit of the book's currency; null
-- for goods that leave, and where nobody said it.
ALTER TABLE stock_move ADD COLUMN unit_cost_micro INTEGER;

-- What products were said to cost, and from when on; null where a cost was taken back. Goods that
-- came in without a cost are worth what was said at their moment.
CREATE TABLE product_cost (
  product INTEGER NOT NULL,
  from_ms INTEGER NOT NULL,
  cost_micro INTEGER,
  PRIMARY KEY (product, from_ms)
) STRICT, WITHOUT ROWID;
INSERT OR IGNORE INTO meta (key, value) SELECT 'rebuild', 1 WHERE EXISTS (SELECT 1 FROM product);
