// The reports of the registers, with invented figures. Never part of the product.
window.__FAKE_PARTS.push((kit) => {
  const { fake } = kit;
  const { cited, counts, table } = kit.shapes;

  const disclosures = (n, of) => {
    const none = fake.disclosed === 'none' || n(1) === 0;
    return {
      title: 'Annual disclosure summary',
      lead: none
        ? [
            'Harbour Lane Studio disclosed no personal information to third parties for their own direct marketing in this span.',
          ]
        : [
            'Personal information of 1,204 customers was disclosed to two third parties for their own direct marketing.',
          ],
      notes: [
        cited(
          'A customer who asks gets this answer once a calendar year, free of charge, within 30 days.',
          'Civ. Code 1798.83(a)',
        ),
      ],
      tables: [
        table(
          'categories',
          'Categories, in the order of the statute',
          [['text', 'Category', 'category'], ...counts('Disclosures', 'Customers')],
          none
            ? []
            : [
                ['Names and addresses', n(4), n(1204)],
                ['Electronic mail addresses', n(2), n(860)],
                ['Kinds of products bought or used', n(2), n(411)],
              ],
          {
            counting: [
              [
                'The categories stand in the order in which the statute lists them.',
                'Civ. Code 1798.83(e)(6)',
              ],
            ],
          },
        ),
        table(
          'recipients',
          'Third parties',
          [
            ['text', 'Name', 'name'],
            ['text', 'Address', 'address'],
            ['text', 'What it does', 'business'],
            ['count', 'Disclosures', 'disclosures'],
          ],
          none
            ? []
            : [
                [
                  { link: 'Brightline Outdoor Media', kind: 'recipient', id: 1 },
                  '2200 Harbor Boulevard, Suite 410, Costa Mesa, CA 92626',
                  'Advertising on posters and screens',
                  n(3),
                ],
                [
                  'Verein zur Förderung unabhängiger Buchhandlungen in Norddeutschland und Skandinavien e. V.',
                  'Speicherstraße 8, 20457 Hamburg',
                  'Book fairs and catalogues',
                  n(1),
                ],
              ],
        ),
        table(
          'register',
          'The register behind it',
          [
            ['text', 'No.', 'number'],
            ['day', 'Day', 'day'],
            ['text', 'Recipient', 'recipient'],
            ['text', 'Data', 'categories'],
            ['text', 'Purpose', 'purpose'],
          ],
          Array.from({ length: none ? 0 : n(1640) }, (_, at) => [
            { link: String(at + 1), kind: 'disclosure', id: (at % 5) + 1 },
            { day: kit.day(of.first, at * 0.2) },
            { link: 'Brightline Outdoor Media', kind: 'recipient', id: 1 },
            at % 3 === 0 ? 'Names and addresses, electronic mail addresses' : 'Names and addresses',
            'their own direct marketing',
          ]),
          { empty: 'The register holds no disclosure of these days.' },
        ),
      ],
      pictures: [],
    };
  };

  const children = (n) => ({
    title: 'Children',
    lead: ['Forty-one notices to parents were sent; 29 parents consented.'],
    notes: [
      cited(
        'What was collected of a child is deleted when no consent comes in a reasonable time.',
        '16 CFR 312.5(c)(1)',
      ),
    ],
    tables: [
      table(
        'consents',
        'Consents by method',
        [['text', 'Method', 'method'], ...counts('Given', 'Withdrawn', 'For all uses', 'Not for disclosure')],
        [
          ['Signed form by post or scan', n(11), n(1), n(8), n(3)],
          ['Card with a small charge', n(14), n(2), n(12), n(2)],
          ['Call by trained staff', n(4), 0, n(3), n(1)],
        ],
      ),
      table(
        'steps',
        'What became of the notices',
        [['text', 'Step', 'step'], ...counts('Number')],
        [
          ['Notices sent', n(41)],
          ['Consents', n(29)],
          ['Refusals', n(5)],
          ['Lapsed: no consent came, contact details deleted', n(6)],
          ['Deletions asked by a parent', n(3)],
        ],
      ),
    ],
    pictures: [],
  });

  const health = (n) => ({
    title: 'Health information',
    lead: ['Four accountings of disclosures were given; twelve authorisations were in force.'],
    notes: [cited('An accounting covers the six years before the day it is asked for.', '45 CFR 164.528(a)')],
    tables: [
      table(
        'accounting',
        'Accountings',
        [['text', 'What', 'what'], ...counts('Number')],
        [
          ['Accountings given', n(4)],
          ['Disclosures accounted for', n(37)],
        ],
      ),
      table(
        'authorizations',
        'Authorisations',
        [['text', 'Form', 'form'], ...counts('In force', 'Given', 'Ended', 'Revoked')],
        [
          ['HIPAA authorisation', n(8), n(5), n(2), n(1)],
          ['Texas form', n(4), n(1), 0, 0],
        ],
      ),
      table(
        'exceptions',
        'Exceptions used',
        [
          ['text', 'Exception', 'exception'],
          ['text', 'Article', 'article'],
          ['count', 'Disclosures', 'disclosures'],
        ],
        [
          ['Required by law', '45 CFR 164.512(a)', n(3)],
          ['Public health', '45 CFR 164.512(b)', n(1)],
        ],
      ),
    ],
    pictures: [],
  });

  kit.fileReports = { disclosures, children, health };
  return {};
});
