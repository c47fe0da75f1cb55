-- scan: suggestions look at all that is waited for.
SELECT product, quantity_milli FROM backorder
