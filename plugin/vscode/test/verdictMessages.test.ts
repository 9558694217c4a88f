import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { URI as Uri } from 'vscode-uri';
import { States } from '../src/states';
import { VerdictMessages } from '../src/verdictMessages';
import { property, status, URI } from './sample';

let states: States;
let messages: VerdictMessages;
let shown: string[][];

beforeEach(() => {
  states = new States();
  messages = new VerdictMessages(states);
  shown = [];
  states.accept(status([property('a', 'violated'), property('b', 'undecided')]));
  const all = [message(0, 'violated'), message(0, 'name.unknown'), message(10, 'undecided')];
  messages.handle(Uri.parse(URI) as never, all as never, (_, some) =>
    shown.push(some.map(({ code }) => String(code))),
  );
});

function message(line: number, code: string): object {
  return { code, range: { start: { line, character: 9 } } };
}

test('messages are shown as they come', () => {
  assert.deepEqual(shown, [['violated', 'name.unknown', 'undecided']]);
});

test('a verdict that is in doubt is taken back, and given back', () => {
  states.doubt(URI, (name) => name === 'a');
  states.doubt(URI, () => true);
  states.doubt(URI, undefined);
  assert.deepEqual(shown.slice(1), [
    ['name.unknown', 'undecided'],
    ['name.unknown'],
    ['violated', 'name.unknown', 'undecided'],
  ]);
});

test('a verdict that comes while it is in doubt is not shown', () => {
  states.doubt(URI, (name) => name === 'a');
  messages.handle(Uri.parse(URI) as never, [message(0, 'violated')] as never, (_, some) =>
    shown.push(some.map(({ code }) => String(code))),
  );
  assert.deepEqual(shown.at(-1), []);
});

test('nothing is sent again where nothing changed', () => {
  states.accept(status([property('a', 'violated'), property('b', 'undecided')]));
  assert.equal(shown.length, 1);
  messages.dispose();
  states.doubt(URI, () => true);
  assert.equal(shown.length, 1);
});
