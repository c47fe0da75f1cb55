SELECT subject.id, sku, title, category, unit_price_micro, cost_micro, tax, service, archived,
       reorder_point_milli, units_milli, revenue_minor, version,
       varied, (SELECT id FROM subject WHERE no = variant_of), sha256,
       product_tracking.tracking, bundle.kind,
       (SELECT json_group_object(key, json(value)) FROM custom_value
        WHERE custom_value.no = product.no)
FROM product
JOIN subject ON subject.no = product.no
LEFT JOIN product_image ON product_image.product = product.no AND place = 0
LEFT JOIN product_total ON product_total.product = product.no
LEFT JOIN bundle ON bundle.product = product.no
LEFT JOIN product_tracking ON product_tracking.product = product.no
WHERE product.no = ?1
