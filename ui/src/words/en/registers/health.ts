export const health = {
  empty: 'Authorisations to disclose health information: who signed, for what, to whom, and until when.',
};
