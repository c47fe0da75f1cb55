-- Schema 7: what lies in lots, bundles, fields of the shop's own.

-- Goods that placed orders wait for: ordered, and not set aside yet.
CREATE TABLE backorder (
  order_no INTEGER NOT NULL REFERENCES subject,
  product INTEGER NOT NULL REFERENCES subject,
  quantity_milli INTEGER NOT NULL,
  PRIMARY KEY (order_no, product)
) STRICT, WITHOUT ROWID;
