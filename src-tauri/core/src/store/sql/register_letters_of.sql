SELECT register_letter.id, register_letter.person, register_letter.issued_on, posting.posted_on, coalesce(posting.state, 'posted')
FROM register_letter LEFT JOIN posting ON posting.register_letter = register_letter.id
WHERE register_letter.file = ?1 ORDER BY register_letter.id
