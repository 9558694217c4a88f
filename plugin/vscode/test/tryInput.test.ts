import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { URI as Uri } from 'vscode-uri';
import type { RunOutcome } from '../src/protocol';
import { States } from '../src/states';
import { Trials } from '../src/tryInput';
import * as vscode from './double/vscode';
import { ScriptedServer, settled, TEXT, URI } from './sample';

const OUTCOME: RunOutcome = {
  title: 'iris.sure: a',
  details: '',
  inputs: [
    { name: 'length', exact: '1/3' },
    { name: 'width', exact: '0.5' },
  ],
  outputs: [{ name: 'setosa', exact: '3.51', float32: '3.5100002' }],
  event: "a's event happens: setosa > 3.5",
  problem: null,
};
let server: ScriptedServer;
let trials: Trials;

beforeEach(() => {
  vscode.reset();
  server = new ScriptedServer();
  server.answer = () => OUTCOME;
  trials = new Trials(new States(), server, Uri.parse('file:///extension') as never);
});

async function form(): Promise<vscode.WebviewPanel> {
  trials.show(URI, 'a');
  const panel = vscode.recorded.panels.at(-1)!;
  panel.received.fire({ kind: 'ready' });
  await settled();
  return panel;
}

test('it begins with the input that the server proposes', async () => {
  const panel = await form();
  assert.deepEqual(server.news(), [['surety/run', { uri: URI, name: 'a', input: null }]]);
  assert.deepEqual(panel.posted, [{ kind: 'outcome', outcome: OUTCOME }]);
});

test('an own input is tried as it is written, and another one proposed when asked for', async () => {
  const panel = await form();
  server.news();
  panel.received.fire({ kind: 'run', input: ['1/3', 'many'] });
  await settled();
  panel.received.fire({ kind: 'propose' });
  await settled();
  assert.deepEqual(
    server.news().map(([, params]) => (params as { input: unknown }).input),
    [['1/3', 'many'], null],
  );
});

test('what is shown goes when the text changes, and the same input is tried again', async () => {
  const document = vscode.open(new vscode.Document(Uri.parse(URI), TEXT));
  const panel = await form();
  server.news();
  document.write(TEXT.replace('a > 1', 'a > 2'));
  assert.deepEqual(panel.posted.at(-1), { kind: 'outdated' });
  for (let tries = 0; panel.posted.length < 3 && tries < 100; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  assert.deepEqual(server.news(), [['surety/run', { uri: URI, name: 'a', input: ['1/3', '0.5'] }]]);
  assert.equal(panel.posted.at(-1).kind, 'outcome');
  panel.dispose();
});

test('an answer about the text before is not shown', async () => {
  const document = vscode.open(new vscode.Document(Uri.parse(URI), TEXT));
  const panel = await form();
  let answer: (outcome: RunOutcome) => void = () => {};
  server.answer = () => new Promise((resolve) => (answer = resolve as never));
  panel.received.fire({ kind: 'run', input: ['1', '2'] });
  await settled();
  document.write(TEXT.replace('a > 1', 'a > 2'));
  answer(OUTCOME);
  await settled();
  assert.deepEqual(panel.posted.at(-1), { kind: 'outdated' });
  panel.dispose();
});

test('a refusal is a problem in the form', async () => {
  server.answer = () => {
    throw new Error("there is no property or query 'a'");
  };
  const panel = await form();
  assert.equal(panel.posted[0].outcome.problem, "there is no property or query 'a'");
});

test('a property has one form', async () => {
  const panel = await form();
  trials.show(URI, 'a');
  assert.equal(vscode.recorded.panels.length, 1);
  assert.equal(panel.revealed, 1);
  trials.show(URI, 'b');
  assert.equal(vscode.recorded.panels.length, 2);
  panel.dispose();
  trials.show(URI, 'a');
  assert.equal(vscode.recorded.panels.length, 3);
});
