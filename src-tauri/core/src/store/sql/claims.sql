SELECT claim.id, claim.request, claim."right", outcome, decided_on, decided_event, ground_law, ground, reasons, kept,
       (SELECT group_concat(law, ' ') FROM (SELECT law FROM claim_law WHERE claim_law.claim = claim.id ORDER BY law)) AS laws
FROM claim WHERE claim.request {which}
ORDER BY claim.id
