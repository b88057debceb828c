WITH gone (request) AS MATERIALIZED (
    SELECT json_extract(one.value, '$.request') FROM event, json_each(event.facts, '$.purged') AS one WHERE event.kind = 'requests-purged'
)
SELECT file.sha256,
       (SELECT seq FROM event
        WHERE event.request = file.request
          AND (kind = 'file-added' AND json_extract(facts, '$.sha256') = file.sha256
               OR kind = 'request-logged' AND EXISTS (SELECT 1 FROM json_each(facts, '$.files') WHERE value = file.sha256))
        ORDER BY seq LIMIT 1),
       file.bytes,
       file.request IN (SELECT request FROM gone)
FROM file WHERE file.request IS NOT NULL
