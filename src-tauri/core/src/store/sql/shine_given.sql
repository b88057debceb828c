-- What went to whom for their own marketing, or was sold, in a year; each row is covered by an index that stands in the order of the groups.
-- What a later entry takes the place of is taken off again.
SELECT recipient, categories, sum(entries) AS entries FROM (
    SELECT recipient, categories, count(*) AS entries FROM handling
    WHERE struck = '' AND purpose = 'their-marketing' AND substr(day, 1, 4) = ?1 AND act IN ('disclose', 'sell')
    GROUP BY recipient, categories
    UNION ALL
    SELECT recipient, categories, count(*) FROM handling
    WHERE struck = '' AND act = 'sell' AND substr(day, 1, 4) = ?1 AND purpose <> 'their-marketing'
    GROUP BY recipient, categories
    UNION ALL
    SELECT old.recipient, old.categories, -count(DISTINCT old.id)
    FROM handling AS later JOIN handling AS old ON old.id = later.corrects
    WHERE later.corrects IS NOT NULL AND old.struck = ''
        AND substr(old.day, 1, 4) = ?1 AND (old.act = 'sell' OR old.act = 'disclose' AND old.purpose = 'their-marketing')
    GROUP BY old.recipient, old.categories
)
GROUP BY recipient, categories HAVING sum(entries) > 0
