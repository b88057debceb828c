INSERT INTO report_issued (report, first_day, last_day, options, sha256, log_head, log_seq, rules, as_of, issued_at, signed_by, office, remark, event, body, title, span)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)
