WITH named (seq, request, sha256) AS (
    SELECT seq, request, json_extract(facts, '$.sha256') FROM event WHERE kind = 'file-added'
    UNION ALL
    SELECT seq, request, one.value FROM event, json_each(event.facts, '$.files') AS one WHERE kind = 'request-logged'
)
SELECT seq FROM named
WHERE NOT EXISTS (SELECT 1 FROM file WHERE file.request = named.request AND file.sha256 = named.sha256)
ORDER BY seq LIMIT 1
