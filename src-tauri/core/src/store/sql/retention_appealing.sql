-- Whom appeals and complaints that are open come from, and whom they are about.
SELECT DISTINCT requester, subject
FROM request JOIN claim ON claim.request = request.id
WHERE closed_on IS NULL AND claim."right" IN ('appeal', 'complaint')
