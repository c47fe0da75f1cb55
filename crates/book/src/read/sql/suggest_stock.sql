-- scan: suggestions look at every balance once.
SELECT product, location, on_hand_milli, allocated_milli FROM stock_balance
