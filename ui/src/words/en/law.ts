export const law = {
  reading: 'The law',
  about:
    'What the program goes by: every rule with its article. What was not compared with the text itself says so. It is no legal advice; check what anything hangs on.',
  find: 'Find in this law',
  readIt: 'read',
  read: (short: string) => `Read ${short}`,
};
