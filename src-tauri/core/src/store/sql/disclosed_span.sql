-- Every disclosure of a span of days, oldest first, with whether it was struck out or a later entry took its place.
SELECT handling.id, day, entry, recipient, categories, struck <> '' AS struck,
    EXISTS (SELECT 1 FROM handling AS later WHERE later.corrects = handling.id) AS corrected
FROM handling
WHERE day BETWEEN ?1 AND ?2 AND act IN ('disclose', 'sell')
ORDER BY day, handling.id
