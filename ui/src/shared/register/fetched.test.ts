import { expect, it } from 'vitest';
import { Fetched } from './fetched.svelte';

it('shows the answer to the latest question, whichever comes last', async () => {
  const answers: ((text: string) => void)[] = [];
  const one = new Fetched<string>(() => new Promise((done) => answers.push(done)));
  const [first, second] = [one.load(), one.load()];
  answers[1]?.('second');
  await second;
  answers[0]?.('first');
  await first;
  expect(one.value).toBe('second');
});

it('says why there is nothing, and what there was stays', async () => {
  let fails = false;
  const one = new Fetched(() =>
    fails
      ? Promise.reject({ code: 'disk-full', message: 'The disk is full.', field: null })
      : Promise.resolve('here'),
  );
  await one.load();
  fails = true;
  await one.load();
  expect([one.value, one.failure]).toEqual(['here', 'The disk is full.']);
  fails = false;
  await one.load();
  expect(one.failure).toBe('');
});
