export const recipients = {
  empty: 'Those whom data is given to: their names, addresses, and what binds them.',
};
