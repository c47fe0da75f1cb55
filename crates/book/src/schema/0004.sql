-- Price lists and promotions: their terms as JSON. There are few of them.
CREATE TABLE price_list (
  no INTEGER PRIMARY KEY REFERENCES subject,
  terms TEXT NOT NULL,
  version INTEGER NOT NULL
) STRICT;
CREATE TABLE promotion (
  no INTEGER PRIMARY KEY REFERENCES subject,
  terms TEXT NOT NULL,
  version INTEGER NOT NULL
) STRICT;

-- Prices of the lists, by product: a sale asks for those of its products.
CREATE TABLE price (
  product INTEGER NOT NULL,
  list INTEGER NOT NULL,
  from_milli INTEGER NOT NULL,
  unit_price_micro INTEGER NOT NULL,
  PRIMARY KEY (product, list, from_milli)
) STRICT, WITHOUT ROWID;
CREATE INDEX price_by_list ON price (list, product);

-- What promotions took off orders that were placed and not called off.
CREATE TABLE promotion_use (
  promotion INTEGER NOT NULL,
  order_no INTEGER NOT NULL,
  off_minor INTEGER NOT NULL,
  PRIMARY KEY (promotion, order_no)
) STRICT, WITHOUT ROWID;

-- The business day by which an order on account is to be paid. The index holds what is open alone:
-- an order that is paid when it is placed touches it never.
ALTER TABLE orders ADD COLUMN due_day INTEGER;
CREATE INDEX orders_on_account ON orders (due_day, customer)
  WHERE due_day IS NOT NULL AND payment IN (0, 1) AND state = 1;
