-- scan: suggestions look at all that is on its way.
SELECT product, quantity_milli FROM incoming
