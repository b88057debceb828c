-- A letter that was posted later counts from that day; one that came back does not count.
SELECT milestone.request, fact, max(day, coalesce(posted_on, day)) AS day, law, claim, day AS said, state AS way, milestone.event
FROM milestone LEFT JOIN posting ON posting.issued = milestone.event AND posting.letter IS NOT NULL
WHERE milestone.request {which} AND state IS NOT 'returned'
ORDER BY milestone.request, max(day, coalesce(posted_on, day)), milestone.id
