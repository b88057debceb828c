// What the laws say of the organisation. Never part of the product.
window.__FAKE_PARTS.push(({ fake }) => {
  const question = (kind, id, label, help = '') => ({
    kind,
    id,
    label,
    help,
    laws: ['us-ca-ccpa'],
    asked: true,
  });
  const questions = [
    question('fact', 'for-profit', 'It is run for profit'),
    question(
      'fact',
      'sells-data',
      'It sells personal data, or shares it for advertising',
      'For money or anything else of value; advertising partners on a website count.',
    ),
    question('fact', 'commercial-mail', 'It sends advertising by e-mail'),
    question(
      'figure',
      'revenue-usd',
      'Revenue of a year, in US dollars',
      'Of the whole business, in the last calendar year.',
    ),
    question('figure', 'employees', 'Employees, full-time and part-time'),
    question('people', 'us-ca', 'California'),
    question('people', 'us-va', 'Virginia'),
    question('people', 'us-md', 'Maryland'),
  ];
  const suggest = (about) => {
    const law = (id, short, suggested, reason, caution = null, missing = []) => ({
      law: id,
      short,
      suggested,
      reason,
      caution,
      missing,
    });
    const here = about.established.includes('de');
    const california = about.serves.includes('us-ca');
    const rich = (about.figures['revenue-usd'] ?? 0) > 26625000 && about.facts['for-profit'];
    return {
      questions: fake.rows === 'none' ? [] : questions,
      laws: [
        law(
          'eu-gdpr',
          'EU GDPR',
          here ? 'yes' : 'open',
          here
            ? 'Your organisation is established in the European Union or the European Economic Area, so it applies wherever the person lives (GDPR Art. 3(1)).'
            : 'EU GDPR covers people in the European Union and the European Economic Area (GDPR Art. 3). Not said yet: where your organisation is established.',
        ),
        law(
          'uk-gdpr',
          'UK GDPR',
          about.serves.length ? 'no' : 'open',
          'UK GDPR covers people in the United Kingdom; by what you say, yours are elsewhere (UK GDPR Art. 3).',
        ),
        law(
          'us-ca-ccpa',
          'CCPA',
          rich && california ? 'yes' : 'open',
          rich && california
            ? 'It covers residents of California, employees and business contacts included (Cal. Civ. Code 1798.140(i)). Your organisation is run for profit and had a revenue over 26,625,000 US dollars in the last year (Cal. Civ. Code 1798.140(d)(1)(A)).'
            : 'It covers only an organisation that is run for profit and had a revenue over 26,625,000 US dollars in the last year; or that has half of its revenue or more from selling or sharing data (Cal. Civ. Code 1798.140(d)). Not said yet: the revenue of a year and the share of revenue from selling data.',
          'Taken from a commentary; not compared with the text itself.',
          ['revenue-usd'],
        ),
        law(
          'us-can-spam',
          'CAN-SPAM',
          about.facts['commercial-mail'] ? 'yes' : 'open',
          'It covers people who receive commercial mail in the United States (15 U.S.C. 7702, 7704).',
        ),
      ],
    };
  };
  return { laws_suggest: suggest };
});
