WITH said (seq, request) AS MATERIALIZED (
    SELECT event.seq, json_extract(one.value, '$.request') FROM event, json_each(event.facts, '$.purged') AS one WHERE event.kind = 'requests-purged'
)
SELECT seq FROM (
    SELECT seq FROM said WHERE NOT EXISTS (SELECT 1 FROM purged WHERE purged.request = said.request AND purged.event = said.seq)
    UNION ALL
    SELECT purged.event FROM purged WHERE purged.request NOT IN (SELECT request FROM said)
) ORDER BY seq LIMIT 1
