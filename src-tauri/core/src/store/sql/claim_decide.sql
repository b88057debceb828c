UPDATE claim SET outcome = ?2, decided_on = ?3, ground_law = ?4, ground = ?5, reasons = ?6, kept = ?7, decided_event = ?8
WHERE id = ?1
