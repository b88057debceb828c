-- The day of closing against the shortest or longest of the periods that its claims stand under.
WITH period (law, "right", cutoff) AS MATERIALIZED (
    SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]'), json_extract(value, '$[2]') FROM json_each(?1)
)
SELECT request.id
FROM request JOIN claim ON claim.request = request.id
LEFT JOIN claim_law ON claim_law.claim = claim.id
LEFT JOIN period ON period.law = claim_law.law AND period."right" = claim."right"
WHERE closed_on IS NOT NULL AND closed_on <= ?6 AND NOT EXISTS (SELECT 1 FROM purged WHERE purged.request = request.id)
  AND (?3 = '[]' OR EXISTS (
      SELECT 1 FROM claim AS theirs JOIN claim_law AS under ON under.claim = theirs.id
      WHERE theirs.request = request.id AND under.law IN (SELECT value FROM json_each(?3))))
GROUP BY request.id
HAVING CASE WHEN ?4 THEN closed_on <= min(coalesce(cutoff, ?2))
       ELSE closed_on > min(coalesce(cutoff, ?2)) AND closed_on <= max(coalesce(cutoff, ?2)) END
ORDER BY closed_on, request.id LIMIT ?5
