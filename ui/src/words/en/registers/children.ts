export const children = {
  empty:
    'A file for each child whose data is collected: the parent, the notice, the consent and what it covers, and what came after.',
};
