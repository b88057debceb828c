SELECT DISTINCT former.id
FROM request AS open JOIN claim ON claim.request = open.id
JOIN request AS former ON former.closed_on IS NOT NULL
     AND (former.person_key <> '' AND former.person_key = open.person_key OR former.email_key <> '' AND former.email_key = open.email_key)
WHERE open.closed_on IS NULL AND claim."right" IN ('appeal', 'complaint')
