SELECT device.no, device.id, prefix, name,
       max(last_seq, coalesce(newest.seq, 0)),
       iif(newest.seq > last_seq, newest.hash, last_hash),
       max(last_hlc, coalesce(newest.hlc, 0))
FROM device
LEFT JOIN journal AS newest ON newest.device = device.no
  AND newest.seq = (SELECT max(seq) FROM journal WHERE journal.device = device.no)
