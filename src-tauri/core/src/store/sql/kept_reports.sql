-- What the entry says of the report, and the same of the one that is kept; the remark is compared by its hash.
SELECT event.seq,
       json_extract(facts, '$.sha256') || char(10)
           || concat_ws(char(9), json_extract(facts, '$.report'), json_extract(facts, '$.first'), json_extract(facts, '$.last'), json_extract(facts, '$.as_of'),
                        json_extract(facts, '$.log_head'), json_extract(facts, '$.rules'), json_extract(facts, '$.signed_by'), json_extract(facts, '$.office'))
           || char(10) || json_extract(facts, '$.remark_sha256'),
       report_issued.sha256, body,
       concat_ws(char(9), report, first_day, last_day, as_of, log_head, rules, signed_by, office), remark
FROM event LEFT JOIN report_issued ON report_issued.event = event.seq
WHERE event.kind = 'report-issued'
UNION ALL
SELECT report_issued.event, NULL, report_issued.sha256, body, signed_by, remark
FROM report_issued JOIN event ON event.seq = report_issued.event
WHERE event.kind <> 'report-issued'
