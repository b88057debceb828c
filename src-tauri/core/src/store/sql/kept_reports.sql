SELECT event.seq,
       json_extract(event.facts, '$.sha256') || char(10) || json_extract(event.facts, '$.signed_by') || ', ' || json_extract(event.facts, '$.office')
           || char(10) || json_extract(event.facts, '$.remark_sha256'),
       report_issued.sha256, report_issued.body, report_issued.signed_by || ', ' || report_issued.office, report_issued.remark
FROM event LEFT JOIN report_issued ON report_issued.event = event.seq
WHERE event.kind = 'report-issued'
UNION ALL
SELECT report_issued.event, NULL, report_issued.sha256, report_issued.body, report_issued.signed_by, report_issued.remark
FROM report_issued JOIN event ON event.seq = report_issued.event
WHERE event.kind <> 'report-issued'
