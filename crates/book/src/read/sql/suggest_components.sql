SELECT product, sum(quantity_milli), day FROM component_line
WHERE day BETWEEN ?1 AND ?2
GROUP BY day, product
