export const consents = {
  empty:
    'Explicit consents to the use of sensitive data: who gave one, for what, how, and whether it was taken back.',
};
