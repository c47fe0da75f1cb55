-- Schema 6: stock over several locations, purchasing, what goods cost, devices that sync.

-- What one unit cost when it came in, millionths of the major unit of the book's currency; null
-- for goods that leave, and where nobody said it.
ALTER TABLE stock_move ADD COLUMN unit_cost_micro INTEGER;

-- Products that come in variants, and which variant of which product one is (a JSON array of the
-- values of that product's options).
ALTER TABLE product ADD COLUMN varied INTEGER NOT NULL DEFAULT 0;
ALTER TABLE product ADD COLUMN variant_of INTEGER;
ALTER TABLE product ADD COLUMN variant TEXT;
CREATE INDEX product_by_family ON product (variant_of) WHERE variant_of IS NOT NULL;
