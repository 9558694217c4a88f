import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withoutStates } from '../src/lenses';
import * as vscode from './double/vscode';

function titles(...lenses: [string, string, number?][]): string[] {
  const made = lenses.map(([title, command, length = 4]) => ({
    range: { ...new vscode.Range(0, 0, 0, length), isEmpty: length === 0 },
    command: { title, command, arguments: ['uri', 'name'] },
  }));
  return withoutStates(made as never).map(
    ({ command }) => `${command!.title}: ${command!.command}`,
  );
}

test('lenses say what can be done, not how things stand', () => {
  assert.deepEqual(
    titles(
      ['Verify all (4 proved, 1 violated)', 'surety.verifyAll', 0],
      ['proved, found 2026-11-28 15:42', ''],
      ['Verify again', 'surety.verify'],
      ['Replay', 'surety.replay'],
      ['running, 3 s: cancel', 'surety.cancel'],
      ['Try an input', 'surety.tryInput'],
    ),
    [
      'Verify all: surety.verifyAll',
      'Verify: surety.verify',
      'Replay: surety.replay',
      'Cancel: surety.cancel',
      'Try an input: surety.tryInput',
    ],
  );
});

test('that there are errors is said', () => {
  const errors = 'nothing can be verified among errors';
  assert.deepEqual(titles([errors, '', 0]), [`${errors}: `]);
});

test('their arguments stay', () => {
  const [lens] = withoutStates([
    { range: {}, command: { title: 'Verify', command: 'surety.verify', arguments: ['u', 'n'] } },
  ] as never);
  assert.deepEqual(lens!.command!.arguments, ['u', 'n']);
});
