import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Change, States } from '../src/states';
import { property, status, URI } from './sample';

function watched(states: States): Change[] {
  const changes: Change[] = [];
  states.onDidChange((change) => changes.push(change));
  return changes;
}

test('the last status counts', () => {
  const states = new States();
  const changes = watched(states);
  const first = status([property('a', 'queued')]);
  const second = status([property('a', 'proved')]);
  states.accept(first);
  states.accept(second);
  assert.equal(states.get(URI), second);
  assert.deepEqual(changes, [
    { key: URI, before: undefined, now: first },
    { key: URI, before: first, now: second },
  ]);
});

test('an older status that comes late is left out', () => {
  const states = new States();
  const older = status([property('a', 'running')]);
  const newer = status([property('a', 'proved')]);
  states.accept(newer);
  const changes = watched(states);
  states.accept(older);
  assert.equal(states.get(URI), newer);
  assert.deepEqual(changes, []);
});

test('a specification that is gone is forgotten; one that never was is not told', () => {
  const states = new States();
  const there = status([property('a', 'proved')]);
  states.accept(there);
  const changes = watched(states);
  states.accept(status([]));
  states.accept(status([], { uri: 'file:///never.sure' }));
  assert.equal(states.get(URI), undefined);
  assert.deepEqual(changes, [{ key: URI, before: there }]);
});

test('a specification with errors and without properties is there', () => {
  const states = new States();
  states.accept(status([], { errors: '2 errors' }));
  assert.equal(states.get(URI)?.errors, '2 errors');
});

test('one specification has one address, however it is written', () => {
  const states = new States((uri) => uri.replace('%3A', ':'));
  states.accept(status([property('a', 'proved')], { uri: 'file:///c%3A/a.sure' }));
  assert.ok(states.get('file:///c:/a.sure'));
});

test('after the end of the server nothing is known, and versions begin anew', () => {
  const states = new States();
  states.accept(status([property('a', 'proved')], { version: 1_000_000 }));
  const changes = watched(states);
  states.clear();
  states.clear();
  assert.equal(changes.length, 1);
  assert.equal(changes[0]!.now, undefined);
  states.accept(status([property('a', 'stale')], { version: 1 }));
  assert.equal(states.get(URI)?.properties[0]!.state, 'stale');
});

test('who no longer listens hears nothing', () => {
  const states = new States();
  const changes: Change[] = [];
  states.onDidChange((change) => changes.push(change)).dispose();
  states.accept(status([property('a', 'proved')]));
  assert.deepEqual(changes, []);
});

test('what is not complete changes what it tells of, and leaves the rest as it was', () => {
  const states = new States();
  const a = property('a', 'proved');
  states.accept(status([a, property('b', 'queued')]));
  const b = property('b', 'running');
  states.accept(status([b], { complete: false, summary: '1 proved, 1 running', errors: null }));
  assert.deepEqual(states.get(URI)!.properties, [a, b]);
  assert.equal(states.get(URI)!.summary, '1 proved, 1 running');
  states.accept(status([], { complete: false, summary: '1 error', errors: '1 error' }));
  assert.deepEqual(states.get(URI)!.properties, [a, b]);
  assert.equal(states.get(URI)!.errors, '1 error');
  states.accept(status([b]));
  assert.deepEqual(states.get(URI)!.properties, [b]);
});

test('a part of what is not known is what is known', () => {
  const states = new States();
  states.accept(status([property('b', 'running')], { complete: false }));
  assert.equal(states.get(URI)!.properties.length, 1);
});

test('what is in doubt is not shown, and told of once', () => {
  const states = new States();
  states.accept(
    status([property('a', 'proved'), property('b', 'running'), property('c', 'violated')]),
  );
  const changes = watched(states);
  states.doubt(URI, (name) => name !== 'c');
  states.doubt(URI, (name) => name !== 'c');
  assert.equal(changes.length, 1);
  const shown = changes[0]!.now!;
  assert.deepEqual(
    shown.properties.map(({ state }) => state),
    ['stale', 'running', 'violated'],
  );
  assert.equal(shown.summary, '1 stale, 1 running, 1 violated');
  assert.equal(states.told(URI)!.properties[0]!.state, 'proved');
  states.doubt(URI, undefined);
  assert.equal(states.get(URI)!.properties[0]!.state, 'proved');
});

test('who hears of states never hears of a result that is in doubt', () => {
  const states = new States();
  states.doubt(URI, () => true);
  const changes = watched(states);
  states.accept(status([property('a', 'proved')]));
  assert.equal(changes[0]!.now!.properties[0]!.state, 'stale');
});
