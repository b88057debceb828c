SELECT request.id, coalesce((SELECT max(event.seq) FROM event WHERE event.request = request.id), 0) AS last, shown_dates.seq, dates
FROM request LEFT JOIN shown_dates ON shown_dates.request = request.id
WHERE closed_on IS NULL
