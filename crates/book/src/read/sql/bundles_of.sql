SELECT subject.id, product.sku, product.title, bundle.kind, bundle_component.quantity_milli
FROM bundle_component
JOIN product ON product.no = bundle_component.product
JOIN bundle ON bundle.product = bundle_component.product
JOIN subject ON subject.no = bundle_component.product
WHERE bundle_component.component = ?1
ORDER BY product.sku
