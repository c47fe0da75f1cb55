-- scan: a digest reads every row.
SELECT (SELECT id FROM subject WHERE no = bundle_component.product), place,
       (SELECT id FROM subject WHERE no = bundle_component.component), quantity_milli
FROM bundle_component
