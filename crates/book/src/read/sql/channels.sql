WITH RECURSIVE used (channel) AS (
  SELECT min(channel) FROM orders
  UNION ALL
  SELECT (SELECT min(channel) FROM orders WHERE channel > used.channel)
  FROM used WHERE used.channel IS NOT NULL
)
SELECT channel FROM used WHERE channel IS NOT NULL
