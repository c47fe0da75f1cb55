-- scan: an import needs every SKU once.
SELECT sku, subject.id, service FROM product JOIN subject ON subject.no = product.no
ORDER BY product.no
