-- scan: a digest reads every row.
SELECT month, (SELECT text FROM term WHERE no = sales_month.channel),
       (SELECT text FROM term WHERE no = sales_month.country), documents, lines, units_milli,
       revenue_minor, tax_minor, returns, return_lines, returned_milli, returned_minor,
       adjustments, adjusted_minor, corrections, corrected_milli
FROM sales_month
