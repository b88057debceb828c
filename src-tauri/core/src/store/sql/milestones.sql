SELECT request, fact, day, law, claim FROM milestone WHERE request {which} ORDER BY request, day, id
