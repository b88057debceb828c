-- Requests that somebody made for another, found by the words filed for the search.
SELECT request.id FROM request_search CROSS JOIN request ON request.id = request_search.rowid
WHERE request_search MATCH ?1 AND request.subject IS NOT NULL
ORDER BY request_search.rowid DESC LIMIT 50
