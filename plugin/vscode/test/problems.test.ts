import assert from 'node:assert/strict';
import { test } from 'node:test';
import { problemsByField } from '../src/problems';

test('a problem is under its field, or under none', () => {
  const found = problemsByField(
    [
      'input 1: Gauss is unknown',
      'input 1: and more',
      'network: a: b',
      'the file: is gone',
      'lost',
    ],
    ['network', 'input 1', 'input 2'],
  );
  assert.deepEqual(
    [...found],
    [
      ['input 1', 'Gauss is unknown\nand more'],
      ['network', 'a: b'],
      ['', 'the file: is gone\nlost'],
    ],
  );
});

test('no problems are none', () => {
  assert.equal(problemsByField([], ['network']).size, 0);
});
