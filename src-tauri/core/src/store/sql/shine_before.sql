-- What one recipient got for their own marketing, or was sold, from a day on and before another.
SELECT categories, count(*) AS entries FROM handling
WHERE recipient = ?1 AND day >= ?2 AND day < ?3 AND struck = ''
    AND (act = 'sell' OR act = 'disclose' AND purpose = 'their-marketing')
    AND NOT EXISTS (SELECT 1 FROM handling AS later WHERE later.corrects = handling.id)
GROUP BY categories ORDER BY categories
