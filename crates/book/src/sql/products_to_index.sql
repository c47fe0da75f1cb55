-- scan: the index is made again from every product.
SELECT no, sku, title, category FROM product
