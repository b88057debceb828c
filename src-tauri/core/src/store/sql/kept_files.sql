SELECT file.sha256,
       (SELECT seq FROM event
        WHERE event.request = file.request
          AND (kind = 'file-added' AND json_extract(facts, '$.sha256') = file.sha256
               OR kind = 'request-logged' AND EXISTS (SELECT 1 FROM json_each(facts, '$.files') WHERE value = file.sha256))
        ORDER BY seq LIMIT 1),
       file.bytes
FROM file WHERE file.request IS NOT NULL
