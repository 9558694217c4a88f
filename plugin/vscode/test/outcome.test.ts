import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { description, isSettled, outcome, report, statusBarText } from '../src/outcome';
import { STATES } from '../src/protocol';
import { root } from './places';
import { property, status } from './sample';

test('nothing but proved and answered passes', () => {
  const passing = STATES.filter((state) => outcome(property('a', state)) === 'passed');
  assert.deepEqual(passing, ['proved', 'answered']);
  assert.equal(outcome(property('a', 'undecided')), 'skipped', 'neither passed nor failed');
  const settledStates = STATES.filter((state) => isSettled(property('a', state)));
  assert.deepEqual(settledStates, ['proved', 'violated', 'undecided', 'answered', 'failed']);
});

test('each state has an icon', () => {
  for (const state of STATES) {
    assert.ok(existsSync(join(root, 'icons', `${state}.svg`)), state);
  }
});

test("texts are the server's", () => {
  assert.equal(
    description(property('a', 'proved', { bounds: '[0.1, 0.2]' })),
    'proved, [0.1, 0.2]',
  );
  const message = 'searching: 12 s of 60 s, 1234 cells, between 0 and 1';
  assert.equal(description(property('a', 'running', { label: 'running', message })), message);
  assert.equal(description(property('a', 'stale', { message: 'the network changed' })), 'stale');
  assert.equal(description(property('a', 'stale', { bounds: null })), 'stale');
  assert.equal(report(property('a', 'violated')), '**a** is violated');
  assert.equal(
    report(property('a', 'failed', { details: '', message: 'no memory' })),
    'failed: no memory',
  );
});

test('the status bar never says proved over a file with errors', () => {
  const shown = statusBarText(
    status([property('a', 'proved')], { errors: '1 error', summary: '1 proved' }),
  );
  assert.equal(shown?.text, '$(error) Surety: errors');
});

test('the status bar shows the summary, and that something runs', () => {
  assert.equal(statusBarText(undefined), undefined);
  const calm = status([property('a', 'proved')], { summary: '1 proved' });
  assert.deepEqual(statusBarText(calm), {
    text: '$(shield) Surety: 1 proved',
    tooltip: '1 proved',
    alarming: false,
  });
  const busy = statusBarText(status([property('a', 'violated'), property('b', 'queued')]));
  assert.match(busy!.text, /^\$\(sync~spin\)/);
  assert.equal(busy!.alarming, true);
});
