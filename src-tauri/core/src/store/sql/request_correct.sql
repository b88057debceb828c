UPDATE request SET received_at = ?2, received_on = ?3, requester = ?4, person_key = ?5, email_key = ?6, residence = ?7
WHERE id = ?1
