SELECT DISTINCT subject.id
FROM bundle_component
JOIN bundle ON bundle.product = bundle_component.product AND bundle.kind = 0
JOIN subject ON subject.no = bundle_component.product
WHERE component = ?1
