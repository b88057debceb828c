export const unlock = {
  title: 'Unlock the desk',
  passphrase: 'Passphrase',
  show: 'Show the passphrase',
  hide: 'Hide the passphrase',
  submit: 'Unlock',
  waiting: (seconds: number) =>
    seconds === 1 ? 'Try again in 1 second.' : `Try again in ${seconds} seconds.`,
  needPassphrase: 'Write the passphrase.',
  lost: 'The passphrase is lost',
  recoveryTitle: 'Open with the recovery key',
  recoveryLead:
    'Write the recovery key from its sheet, and choose a new passphrase. Nothing in the desk changes.',
  recoveryKey: 'Recovery key',
  recoveryHint: 'Small or capital letters and the dashes do not matter.',
  needRecovery: 'Write the recovery key.',
  recoverySubmit: 'Open the desk',
  back: 'I have the passphrase after all',
  other: 'Open another desk file',
  leave: 'To the welcome',
};

export const passphrase = {
  label: 'Passphrase',
  newLabel: 'New passphrase',
  hint: 'Four or five words that do not belong together are strong and easy to remember.',
  repeat: 'The same again',
  strength: ['Guessed at once', 'Weak', 'Fair', 'Strong', 'Very strong'],
  estimate: (time: string) => `A thief with the file and fast computers would need about ${time}.`,
  ages: 'longer than anybody lives',
  units: {
    second: (n: number) => (n === 1 ? 'one second' : `${n} seconds`),
    minute: (n: number) => (n === 1 ? 'one minute' : `${n} minutes`),
    hour: (n: number) => (n === 1 ? 'one hour' : `${n} hours`),
    day: (n: number) => (n === 1 ? 'one day' : `${n} days`),
    month: (n: number) => (n === 1 ? 'one month' : `${n} months`),
    year: (n: number) => (n === 1 ? 'one year' : `${n} years`),
  },
  moment: 'a moment',
  holdsNames: 'It has the name of the organisation or the officer in it, which is tried first.',
};

export const recoveryKey = {
  label: 'Recovery key',
  save: 'Save as PDF',
  saved: 'The recovery key is saved as a PDF.',
  copy: 'Copy',
  copied: 'The recovery key is on the clipboard. Paste it somewhere safe, then copy something else.',
  notCopied: 'The clipboard cannot be reached. Write the key down instead.',
  kept: 'I have kept it in a safe place',
};
