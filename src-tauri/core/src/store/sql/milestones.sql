SELECT request, fact, day, law FROM milestone WHERE request {which} ORDER BY request, day, id
