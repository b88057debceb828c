SELECT posting.id, letter, register_letter, posting.request, state, recipient, paper, envelope, posting.language AS language, enclosures,
       posted_on, method, tracking, returned_on, reason, next,
       coalesce(letter.title, register_letter.title) AS title, coalesce(letter.kind, '') AS kind, coalesce(letter.law, '') AS law,
       coalesce(letter.issued_on, register_letter.issued_on) AS issued_on, coalesce(letter.sent_by, register_letter.sent_by) AS sent_by,
       coalesce(letter.pages, register_letter.pages) AS pages, request.reference, request.requester,
       register_letter.file AS file, register_person.person AS someone,
       coalesce(replaces, register_before.id) AS replaces, coalesce(before.title, register_before.title) AS replaces_title,
       coalesce(before.issued_on, register_before.issued_on) AS replaces_on,
       coalesce(replaced_by, register_replaced_by) AS replaced_by, coalesce(after.title, register_after.title) AS replaced_title,
       coalesce(after.issued_on, register_after.issued_on) AS replaced_on,
       posting.template_sha256 AS templates,
       (SELECT json_group_array(json_object('path', wording.path, 'version', wording.version, 'sha256', wording.sha256))
        FROM letter_wording JOIN wording ON wording.id = letter_wording.wording
        WHERE letter_wording.letter = posting.letter OR letter_wording.register_letter = posting.register_letter) AS wording
FROM posting
LEFT JOIN letter ON letter.id = posting.letter
LEFT JOIN register_letter ON register_letter.id = posting.register_letter
LEFT JOIN register_person ON register_person.id = register_letter.person
LEFT JOIN request ON request.id = posting.request
LEFT JOIN letter AS before ON before.id = posting.replaces
LEFT JOIN letter AS after ON after.id = posting.replaced_by
LEFT JOIN register_letter AS register_after ON register_after.id = posting.register_replaced_by
LEFT JOIN register_letter AS register_before ON register_before.id =
    (SELECT former.register_letter FROM posting AS former WHERE former.register_replaced_by = posting.register_letter)
WHERE {which} ORDER BY posting.id DESC LIMIT 5000
