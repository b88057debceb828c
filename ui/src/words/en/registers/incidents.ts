export const incidents = {
  empty:
    'Breaches of security: when you became aware, who is affected, who must be told by when, and who was told.',
};
