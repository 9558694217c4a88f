import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import type { SpecificationStatus } from '../src/protocol';
import { States } from '../src/states';
import { Testing } from '../src/testing';
import * as vscode from './double/vscode';
import { property, ScriptedServer, settled, status, TEXT, URI } from './sample';

let states: States;
let server: ScriptedServer;
let panel: vscode.TestController;

beforeEach(() => {
  vscode.reset();
  states = new States();
  server = new ScriptedServer();
  new Testing(states, server);
  panel = vscode.recorded.controllers[0]!;
});

function accept(...all: SpecificationStatus[]): void {
  all.forEach((one) => states.accept(one));
}

function file(): vscode.TestItem {
  return panel.items.get(URI)!;
}

function item(name: string): vscode.TestItem {
  return file()
    .children.list()
    .find(({ label }) => label === name)!;
}

function labels(of: vscode.TestItem): string[] {
  return of.children.list().map(({ label }) => label);
}

/** Somebody presses Run. */
function run(
  include?: vscode.TestItem[],
  exclude?: vscode.TestItem[],
): { cancel(): void; done: unknown } {
  const cancellation = new vscode.CancellationTokenSource();
  const done = panel.profile!(new vscode.TestRunRequest(include, exclude), cancellation.token);
  return { cancel: () => cancellation.cancel(), done };
}

function told(of: vscode.TestRun): string[] {
  return of.events.map(({ what, name }) => `${what} ${name}`);
}

test('a file has its properties, in the order of the text', () => {
  accept(
    status([property('b', 'stale'), property('a', 'proved', { bounds: '[0, 1]' })], {
      summary: '1 proved',
    }),
  );
  assert.equal(file().label, 'iris.sure');
  assert.equal(file().description, '1 proved');
  assert.deepEqual(
    file()
      .children.list()
      .map(({ label, description, range }) => [label, description, range]),
    [
      ['b', 'stale', undefined],
      ['a', 'proved, [0, 1]', undefined],
    ],
  );
  assert.ok(item('b').sortText! < item('a').sortText!);
});

test('items stay the same while their states change, and go when their properties go', () => {
  accept(status([property('a', 'stale'), property('b', 'stale')]));
  const before = item('a');
  accept(status([property('a', 'running')]));
  assert.equal(item('a'), before);
  assert.equal(item('a').busy, true);
  assert.equal(item('b'), undefined);
  accept(status([]));
  assert.equal(panel.items.size, 0);
});

test('errors of a specification are shown at it', () => {
  accept(status([property('a', 'stale')], { errors: '2 errors' }));
  assert.equal(file().error, '2 errors');
  accept(status([property('a', 'stale')]));
  assert.equal(file().error, undefined);
});

test('results of runs that began elsewhere appear, too', () => {
  accept(status([property('a', 'stale')]));
  assert.equal(panel.runs.length, 0);
  accept(status([property('a', 'queued')]), status([property('a', 'running')]));
  accept(status([property('a', 'running', { percent: 50 })]));
  accept(status([property('a', 'proved', { seconds: 1.5 })]));
  assert.equal(panel.runs.length, 1);
  assert.deepEqual(told(panel.runs[0]!), ['enqueued a', 'started a', 'started a', 'passed a']);
  assert.equal(panel.runs[0]!.events.at(-1)!.duration, 1500);
  assert.ok(panel.runs[0]!.ended);
  accept(status([property('a', 'proved', { seconds: 1.5 })]));
  assert.equal(panel.runs.length, 1);
});

test('what was found again after a restart is a result', () => {
  accept(status([property('a', 'proved'), property('b', 'violated'), property('c', 'stale')]));
  assert.deepEqual(told(panel.runs[0]!), ['enqueued a', 'enqueued b', 'passed a', 'failed b']);
  assert.ok(panel.runs[0]!.ended);
});

test('violated fails, failed is an error, with what the server says and no place in the text', () => {
  accept(status([property('a', 'violated'), property('b', 'failed')]));
  const [, , a, b] = panel.runs[0]!.events;
  assert.deepEqual([a!.what, b!.what], ['failed', 'errored']);
  assert.equal((a!.message!.message as vscode.MarkdownString).value, '**a** is violated');
  assert.equal(a!.message!.location, undefined, 'it would stay in the text when that changes');
});

test('undecided has neither passed nor failed, and has an icon of its own', () => {
  accept(status([property('a', 'undecided', { bounds: '[0.1, 0.2]' })]));
  assert.deepEqual(
    panel.runs[0]!.events.map(({ what }) => what),
    ['enqueued', 'skipped'],
  );
  const [shown] = file().children.list();
  assert.equal(shown!.label, '$(question) a');
  assert.equal(shown!.description, 'undecided, [0.1, 0.2]');
});

test('a result that became stale is gone, for VS Code keeps that of an item', () => {
  for (const outdated of ['stale', 'unverified'] as const) {
    accept(status([property('a', 'proved'), property('b', 'proved')]));
    const [before, beside] = [item('a'), item('b')];
    accept(status([property('a', outdated), property('b', 'proved')]));
    assert.notEqual(item('a').id, before.id);
    assert.equal(item('b'), beside);
    const after = item('a');
    accept(status([property('a', outdated), property('b', 'proved')]));
    assert.equal(item('a'), after, 'it has no result');
  }
});

test('so is one that runs again when its text changes', () => {
  accept(status([property('a', 'proved')]), status([property('a', 'running')]));
  const before = item('a');
  accept(status([property('a', 'stale')]));
  assert.notEqual(item('a').id, before.id);
  assert.ok(panel.runs.every(({ ended }) => ended));
});

test('a result that is given back is told of again', () => {
  accept(status([property('a', 'proved')]));
  states.doubt(URI, () => true);
  assert.equal(item('a').description, 'stale');
  states.doubt(URI, undefined);
  assert.deepEqual(told(panel.runs.at(-1)!), ['enqueued a', 'passed a']);
});

test('titles are part of the labels, which the filter looks at; states and kinds are tags', () => {
  accept(
    status([
      property('a', 'proved', { title: 'R1: a high score is rare' }),
      property('b', 'stale', { kind: 'query' }),
    ]),
  );
  assert.deepEqual(labels(file()), ['a  R1: a high score is rare', 'b']);
  assert.deepEqual(
    file()
      .children.list()
      .map(({ tags }) => tags.map(({ id }) => id)),
    [
      ['proved', 'property'],
      ['stale', 'query'],
    ],
  );
});

test('properties are gathered by what their titles begin with', async () => {
  const other = 'file:///project/other.sure';
  const all = [
    property('a', 'proved', { title: 'R1: seldom' }),
    property('b', 'stale', { title: 'R2' }),
    property('c', 'stale'),
  ];
  accept(status(all), status([property('a', 'violated', { title: 'R1: never' })], { uri: other }));
  await vscode.commands.executeCommand('surety.groupByTitle');
  assert.deepEqual(
    panel.items.list().map((group) => [group.label, labels(group)]),
    [
      ['R1', ['a  R1: seldom', 'a  R1: never']],
      ['R2', ['b  R2']],
      ['without a title', ['c']],
    ],
  );
  assert.deepEqual(
    panel.runs
      .slice(-2)
      .flatMap((one) => told(one))
      .filter((event) => !event.startsWith('enqueued')),
    ['passed a  R1: seldom', 'failed a  R1: never'],
  );
  run([panel.items.list()[0]!]);
  await settled();
  assert.deepEqual(
    server.news().map(([, uri, name]) => [uri, name]),
    [
      [URI, 'a'],
      [other, 'a'],
    ],
  );
  accept(status([property('a', 'proved', { title: 'R3: seldom' })]));
  assert.deepEqual(
    panel.items.list().map(({ label }) => label),
    ['R1', 'R3'],
  );
  await vscode.commands.executeCommand('surety.groupByFile');
  assert.deepEqual(
    panel.items.list().map((group) => [group.label, labels(group)]),
    [
      ['iris.sure', ['a  R3: seldom']],
      ['other.sure', ['a  R1: never']],
    ],
  );
});

test('from the panel one goes to where the property is now', async () => {
  accept(status([property('b', 'stale')]));
  vscode.open(new vscode.Document(vscode.Uri.parse(URI), `\n${TEXT}`));
  await vscode.commands.executeCommand('surety.goTo', item('b'));
  assert.deepEqual(vscode.recorded.shown, [`${URI}:11`]);
  await vscode.commands.executeCommand('surety.goTo', file());
  assert.equal(vscode.recorded.shown.length, 1);
});

test('running asks the server, and its states are the result', async () => {
  accept(status([property('a', 'stale'), property('b', 'violated')]));
  const before = panel.runs.length;
  run([file()]);
  await settled();
  assert.deepEqual(server.news(), [
    ['surety.verify', URI, 'a'],
    ['surety.verify', URI, 'b'],
  ]);
  accept(status([property('a', 'queued'), property('b', 'violated')]));
  accept(status([property('a', 'running'), property('b', 'queued')]));
  accept(status([property('a', 'proved'), property('b', 'running')]));
  const mine = panel.runs[before]!;
  assert.ok(!mine.ended);
  accept(status([property('a', 'proved'), property('b', 'violated')]));
  assert.deepEqual(told(mine).slice(2), ['started a', 'passed a', 'started b', 'failed b']);
  assert.ok(mine.ended);
  assert.equal(panel.runs.length, before + 1);
});

test('an old result does not end a run; a newer one does, even without states between', async () => {
  accept(status([property('a', 'proved', { established: 'monday' })]));
  run([item('a')]);
  await settled();
  accept(status([property('a', 'proved', { established: 'monday' })]));
  assert.ok(!panel.runs[1]!.ended);
  accept(status([property('a', 'violated', { established: 'tuesday' })]));
  assert.deepEqual(told(panel.runs[1]!), ['enqueued a', 'failed a']);
  assert.ok(panel.runs[1]!.ended);
});

test('everything runs when nothing is chosen, but what is left out', async () => {
  accept(status([property('a', 'stale'), property('b', 'stale'), property('c', 'stale')]));
  run(undefined, [item('b')]);
  await settled();
  assert.deepEqual(
    server.news().map(([, , name]) => name),
    ['a', 'c'],
  );
});

test('where there is nothing to verify, what is known is the result', async () => {
  accept(
    status(
      [
        property('a', 'proved', { actions: ['replay'] }),
        property('b', 'stale', { actions: [], message: 'distribution D has errors' }),
        property('c', 'stale', { actions: [] }),
      ],
      { errors: '1 error' },
    ),
  );
  run();
  await settled();
  assert.deepEqual(server.news(), []);
  const mine = panel.runs[1]!;
  assert.deepEqual(told(mine).slice(3), ['passed a', 'errored b', 'errored c']);
  assert.equal(mine.events[4]!.message!.message, 'distribution D has errors');
  assert.equal(mine.events[5]!.message!.message, '1 error');
  assert.ok(mine.ended);
});

test('a run of what runs already waits for it', async () => {
  accept(status([property('a', 'running', { actions: ['cancel'] })]));
  run([item('a')]);
  await settled();
  assert.deepEqual(server.news(), []);
  accept(status([property('a', 'answered')]));
  assert.deepEqual(
    panel.runs.map((one) => told(one).at(-1)),
    ['passed a', 'passed a'],
  );
  assert.ok(panel.runs.every(({ ended }) => ended));
});

test('a refusal of the server is an error of the property', async () => {
  accept(status([property('a', 'stale')]));
  server.answer = () => {
    throw new Error('the network cannot be read');
  };
  run([item('a')]);
  await settled();
  assert.deepEqual(told(panel.runs[0]!), ['enqueued a', 'errored a']);
  assert.equal(panel.runs[0]!.events[1]!.message!.message, 'the network cannot be read');
  assert.ok(panel.runs[0]!.ended);
});

test('cancelling asks the server to leave what it works at, and drops the rest', async () => {
  accept(status([property('a', 'stale'), property('b', 'stale')]));
  const { cancel } = run();
  await settled();
  accept(status([property('a', 'running'), property('b', 'stale')]));
  server.news();
  cancel();
  assert.deepEqual(
    server.news().map(([command, , name]) => [command, name]),
    [
      ['surety.cancel', 'a'],
      ['surety.cancel', 'b'],
    ],
  );
  assert.ok(!panel.runs[0]!.ended);
  accept(status([property('a', 'stale'), property('b', 'stale')]));
  assert.equal(told(panel.runs[0]!).at(-1), 'started a', 'no word: what ends takes it back');
  assert.ok(panel.runs[0]!.ended);
});

test('a run that began elsewhere is cancelled from the panel', () => {
  accept(status([property('a', 'running')]));
  panel.runs[0]!.cancellation.cancel();
  assert.deepEqual(server.news(), [['surety.cancel', URI, 'a']]);
});

test('runs end when their property is removed, the file is deleted or the server dies', async () => {
  for (const end of [
    () => accept(status([property('b', 'stale')])),
    () => accept(status([])),
    () => states.clear(),
  ]) {
    accept(status([property('a', 'stale'), property('b', 'stale')]));
    run([item('a')]);
    await settled();
    accept(status([property('a', 'running'), property('b', 'stale')]));
    end();
    const mine = panel.runs.at(-1)!;
    assert.equal(told(mine).at(-1), 'started a');
    assert.ok(mine.ended);
    states.clear();
  }
});

test('two names that look like one are two properties', () => {
  accept(status([property('a', 'stale'), property('a#b', 'stale')]));
  assert.equal(file().children.size, 2);
});
