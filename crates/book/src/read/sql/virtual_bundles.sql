-- scan: an import needs every bundle once.
SELECT (SELECT id FROM subject WHERE no = bundle.product), subject.id,
       coalesce(product.sku, ''), coalesce(product.title, ''), bundle_component.quantity_milli,
       coalesce(product.unit_price_micro, 0)
FROM bundle
JOIN bundle_component ON bundle_component.product = bundle.product
JOIN subject ON subject.no = bundle_component.component
LEFT JOIN product ON product.no = bundle_component.component
WHERE bundle.kind = 0
ORDER BY bundle.product, bundle_component.place
