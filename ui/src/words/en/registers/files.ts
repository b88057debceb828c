// What the sheets and pages of files say alike.

import { figure } from '../../../numbers';

export const files = {
  tickAll: 'Tick everything that is always needed',
  startOver: 'Start over',
  kept: 'What you type stays here when you close this, until the desk is locked.',
  check: 'What the register says to it',
  checkEmpty: 'As you type, it is compared with what the law wants.',
  checkFine: 'Nothing is lacking.',
  checkLacks: (count: number) =>
    count === 1 ? '1 thing is lacking.' : `${figure(count)} things are lacking.`,
  reason: 'Why it is corrected',
  reasonHint: 'What stood there before stays to be read, with your reason.',
  reasonNeeded: 'Write why it is corrected; it stays beside what was there before.',
  correct: 'Correct',
  correctNamed: (title: string) => `Correct: ${title}`,
  person: 'Who it is',
  requests: 'Requests',
};
