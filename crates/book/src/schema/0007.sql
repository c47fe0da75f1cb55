-- Schema 7: what lies in lots, bundles, fields of the shop's own.

-- Goods that placed orders wait for: ordered, and not set aside yet.
CREATE TABLE backorder (
  order_no INTEGER NOT NULL REFERENCES subject,
  product INTEGER NOT NULL REFERENCES subject,
  quantity_milli INTEGER NOT NULL,
  PRIMARY KEY (order_no, product)
) STRICT, WITHOUT ROWID;

-- Pictures of products. Their bytes are in `attachment`; a small one of each is made once, when the
-- picture is put there, and is no projection either.
CREATE TABLE product_image (
  product INTEGER NOT NULL REFERENCES subject,
  place INTEGER NOT NULL,
  image BLOB NOT NULL,
  sha256 BLOB NOT NULL,
  PRIMARY KEY (product, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX product_image_by_hash ON product_image (sha256);
CREATE TABLE thumbnail (sha256 BLOB PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
