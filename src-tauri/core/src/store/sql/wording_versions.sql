SELECT wording.id, wording.version, wording.source, wording.sha256, wording.original, wording.original_sha256, wording.note,
       event.at, officer.name,
       wording.id = (SELECT used.wording FROM wording_use AS used
                     WHERE used.language = wording.language AND used.path = wording.path ORDER BY used.id DESC LIMIT 1) AS in_use
FROM wording
JOIN event ON event.seq = wording.event
JOIN officer ON officer.id = event.officer
WHERE wording.language = ?1 AND wording.path = ?2
ORDER BY wording.version DESC
