-- What was told of an entry stays told of the one that corrects it.
WITH RECURSIVE chain (top, id) AS (
    SELECT value, value FROM json_each(?1)
    UNION
    SELECT top, corrects FROM chain JOIN handling ON handling.id = chain.id WHERE corrects IS NOT NULL
)
SELECT top, of, day, how, handling_told.request, request.reference, officer.name
FROM chain JOIN handling_told ON handling_told.handling = chain.id
JOIN event ON event.seq = handling_told.event JOIN officer ON officer.id = event.officer
LEFT JOIN request ON request.id = handling_told.request
ORDER BY top, handling_told.id
