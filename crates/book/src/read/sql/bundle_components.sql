SELECT subject.id, coalesce(product.sku, ''), coalesce(product.title, ''),
       bundle_component.quantity_milli, bundle_component.component
FROM bundle_component
JOIN subject ON subject.no = bundle_component.component
LEFT JOIN product ON product.no = bundle_component.component
WHERE bundle_component.product = ?1
ORDER BY bundle_component.place
