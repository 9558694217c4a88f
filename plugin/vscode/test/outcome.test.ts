import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import {
  description,
  gutter,
  isSettled,
  outcome,
  propertyAt,
  report,
  statusBarText,
} from '../src/outcome';
import { STATES } from '../src/protocol';
import { root } from './places';
import { property, status } from './sample';

test('nothing but proved and answered passes', () => {
  const passing = STATES.filter((state) => outcome(property('a', state)) === 'passed');
  assert.deepEqual(passing, ['proved', 'answered']);
  const settledStates = STATES.filter((state) => isSettled(property('a', state)));
  assert.deepEqual(settledStates, ['proved', 'violated', 'undecided', 'answered', 'failed']);
});

test('each state has an icon', () => {
  for (const state of STATES) {
    assert.ok(existsSync(join(root, 'icons', `${state}.svg`)), state);
  }
});

test('the gutter has each property once, and empties what no property has', () => {
  const a = property('a', 'proved');
  const b = property('b', 'proved');
  const c = property('c', 'violated');
  const places = gutter(status([a, b, c]));
  assert.deepEqual([...places.keys()], [...STATES]);
  assert.deepEqual(places.get('proved'), [a.range, b.range]);
  assert.deepEqual(places.get('violated'), [c.range]);
  assert.deepEqual(places.get('running'), []);
  assert.ok([...gutter(undefined).values()].every((ranges) => ranges.length === 0));
});

test("texts are the server's", () => {
  const bounded = property('a', 'running', { label: 'running 42%', bounds: '[0.1, 0.2]' });
  assert.equal(description(bounded), 'running 42% [0.1, 0.2]');
  assert.equal(description(property('a', 'stale', { bounds: null })), 'stale');
  assert.equal(report(property('a', 'violated')), '**a** is violated');
  assert.equal(
    report(property('a', 'failed', { details: '', message: 'no memory' })),
    'failed: no memory',
  );
});

test('a line belongs to the last property that begins before it', () => {
  const all = status([property('c', 'stale'), property('a', 'stale'), property('b', 'stale')]);
  assert.equal(propertyAt(all, 0)?.name, 'a');
  assert.equal(propertyAt(all, 9)?.name, 'a');
  assert.equal(propertyAt(all, 10)?.name, 'b');
  assert.equal(propertyAt(all, 999)?.name, 'c');
  assert.equal(propertyAt(status([property('b', 'stale')]), 3), undefined);
  assert.equal(propertyAt(undefined, 3), undefined);
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
