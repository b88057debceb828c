SELECT request.id, claim.id, claim_law.law, claim."right", claim.outcome, request.received_on, claim.decided_on,
       (SELECT min(day) FROM milestone WHERE milestone.request = request.id AND milestone.fact = 'answered') AS answered_on
FROM request
JOIN claim ON claim.request = request.id
JOIN claim_law ON claim_law.claim = claim.id
WHERE request.received_on BETWEEN ?1 AND ?2
ORDER BY request.id, claim.id, claim_law.law
