SELECT language, path, max(versions), max(unsaved) FROM (
    SELECT language, path, count(*) AS versions, 0 AS unsaved FROM wording GROUP BY language, path
    UNION ALL
    SELECT language, path, 0, 1 FROM wording_draft
) GROUP BY language, path
