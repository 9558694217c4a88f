// Verification, with the server's own process and with the parts of the client behind it.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type { CodeLens } from 'vscode-languageserver-protocol';
import { SERVER_COMMANDS } from '../src/commands';
import { isSettled } from '../src/outcome';
import {
  type PropertyStatus,
  type SpecificationStatus,
  STANDING,
  type Standing,
  STATES,
} from '../src/protocol';
import { States } from '../src/states';
import { Testing } from '../src/testing';
import * as vscode from './double/vscode';
import { Folder, Session } from './session';

let folder: Folder;
let session: Session;
let iris: string;
let text: string;

before(async () => {
  folder = new Folder().copy(
    'iris/iris.sure',
    'iris/iris-relu.onnx',
    'iris/iris-tanh.sure',
    'iris/iris-tanh.onnx',
  );
  iris = folder.uri('iris.sure');
  text = folder.read('iris.sure');
  session = new Session();
  await session.initialize(folder);
  await session.open(iris, text);
});

after(async () => {
  session.kill();
  await session.exited;
  folder.remove();
});

function last(): SpecificationStatus | undefined {
  return session.states.get(iris);
}

/** The property, once it is as wanted; only what was told after now counts. */
function become(
  name: string,
  wanted: (status: PropertyStatus) => boolean,
): Promise<PropertyStatus> {
  const already = session.statuses.length;
  return session.until(`${name} to change`, () =>
    session.statuses
      .slice(already)
      .filter(({ uri }) => uri === iris)
      .flatMap(({ properties }) => properties)
      .findLast((one) => one.name === name && wanted(one)),
  );
}

async function verified(name: string): Promise<PropertyStatus> {
  const result = become(name, isSettled);
  await session.execute('surety.verify', iris, name);
  return result;
}

test('every property and query has a status, complete, where its name stands', async () => {
  const status = await session.until('the first status', last);
  assert.deepEqual(
    status.properties.map(({ name }) => name),
    ['rare', 'low', 'bounded', 'common', 'frequent', 'coarse', 'not_setosa', 'scores'],
  );
  const lines = text.split('\n');
  for (const property of status.properties) {
    assert.ok(STATES.includes(property.state), property.state);
    const { start, end } = property.range;
    assert.equal(lines[start.line]!.slice(start.character, end.character), property.name);
    for (const part of ['label', 'text', 'details'] as const) {
      assert.ok(property[part], `${property.name} has no ${part}`);
    }
    assert.ok(property.actions.includes('verify'));
  }
});

test('the server offers the commands that the client leaves to it, and no other', () => {
  const offered = session.initialized.capabilities.executeCommandProvider?.commands ?? [];
  assert.deepEqual([...offered].sort(), [...SERVER_COMMANDS].sort());
});

test('code lenses have commands that the extension knows, with their arguments', async () => {
  const lenses = await session.request<CodeLens[]>('textDocument/codeLens', {
    textDocument: { uri: iris },
  });
  const commands = await Promise.all(
    lenses.map(
      async (lens) =>
        lens.command ?? (await session.request<CodeLens>('codeLens/resolve', lens)).command!,
    ),
  );
  assert.ok(commands.some(({ command }) => command === 'surety.verify'));
  for (const { title, command, arguments: args } of commands) {
    assert.ok(title);
    assert.ok(
      !command || /^surety\.(verify|verifyAll|replay|cancel|showBand|tryInput)$/.test(command),
      command,
    );
    assert.ok(!command || args?.[0] === iris, JSON.stringify(args));
  }
});

test('states arrive until the verdicts: proved, violated, undecided, answered', async () => {
  for (const [name, state] of [
    ['rare', 'proved'],
    ['frequent', 'violated'],
    ['coarse', 'undecided'],
    ['not_setosa', 'answered'],
  ] as const) {
    const result = await verified(name);
    assert.equal(result.state, state, `${name}: ${result.message}`);
    assert.match(result.bounds ?? '', /^\[.+, .+\]/);
    assert.equal(existsSync(new URL(result.certificate!)), true);
  }
  const violated = await session.until('the message', () =>
    session.diagnostics.get(iris)?.find(({ code }) => code === 'violated'),
  );
  assert.ok(violated.relatedInformation?.length, 'the witness and the heaviest cells');
});

test('wrong arguments of commands are messages without a stack trace', async () => {
  for (const [command, ...args] of [
    ['surety.verify'],
    ['surety.verify', iris],
    ['surety.verify', iris, 'nobody'],
    ['surety.verify', 17, {}],
    ['surety.nothing', iris, 'rare'],
  ] as [string, ...unknown[]][]) {
    const answer = await session.execute(command, ...args).catch((error: Error) => error.message);
    assert.doesNotMatch(String(answer), /Exception|\tat /);
  }
});

test('an edit makes results stale, in the panel and in the states', async () => {
  const stale = become('rare', ({ state }) => state === 'stale');
  await session.change(iris, text.replace('setosa > 12', 'setosa > 11'));
  await stale;
  const again = become('rare', ({ state }) => state === 'proved');
  await session.change(iris, text);
  await again;
});

test('which results hold for an edited text is answered after the edit', async () => {
  await verified('rare');
  await verified('low');
  const standing = (): Promise<Standing> => session.request(STANDING, { uri: iris });
  const before = await standing();
  assert.ok(before.names.includes('rare') && before.names.includes('low'));
  await session.change(iris, text.replace('setosa > 12', 'setosa > 11'));
  const edited = await standing();
  assert.ok(!edited.names.includes('rare') && edited.names.includes('low'), edited.names.join());
  await session.change(iris, text);
  assert.deepEqual((await standing()).names, before.names);
  assert.deepEqual(
    (await session.request<Standing>(STANDING, { uri: 'file:///no.sure' })).names,
    [],
  );
});

test('nothing is proved over a file with errors', async () => {
  await session.change(iris, text.replace('semantics real;', ''));
  const status = await session.until('the errors', () => (last()?.errors ? last() : undefined));
  assert.ok(
    status.properties.every(({ state }) => state !== 'proved'),
    JSON.stringify(status),
  );
  await session.change(iris, text);
  await session.until('no errors', () => (last()?.errors ? undefined : last()));
});

test('a wrong setting is one message, and a right one none', async () => {
  await session.notify('workspace/didChangeConfiguration', {
    settings: { surety: { gap: 'soon' } },
  });
  const message = await session.until('the message', () => session.messages[0]);
  assert.match(message, /surety\.gap is 'soon'/);
  await session.notify('workspace/didChangeConfiguration', {
    settings: { surety: { threads: 2, timeout: '50 s' } },
  });
  await session.request('textDocument/hover', {
    textDocument: { uri: iris },
    position: { line: 0, character: 0 },
  });
  assert.equal(session.messages.length, 1);
});

test('the Testing panel verifies with the real server', async () => {
  const panel = testingPanel(await session.until('a status', last));
  const { run } = await runOf(panel, 'low');
  await session.until('the end of the run', () => (run.ended ? true : undefined));
  assert.equal(run.events.at(-1)!.what, 'passed', JSON.stringify(run.events));
});

test('cancelling in the Testing panel ends a long run', async () => {
  const uri = folder.uri('long.sure');
  // Smooth functions are never exact: this takes minutes.
  await session.open(
    uri,
    folder
      .read('iris-tanh.sure')
      .replace(/^query scores.*$/m, 'query long: P(setosa > 1) = ? under Flowers within 1e-14;'),
  );
  const first = await session.until('a status', () =>
    session.statuses.find((status) => status.uri === uri),
  );
  const panel = testingPanel(first);
  const { run, cancellation } = await runOf(panel, 'long');
  await session.until('the run', () => run.events.find(({ what }) => what === 'started'));
  assert.equal(run.ended, false);
  cancellation.cancel();
  await session.until('the end of the run', () => (run.ended ? true : undefined));
  assert.notEqual(run.events.at(-1)!.what, 'passed', JSON.stringify(run.events));
  assert.equal(
    session.states
      .get(uri)!
      .properties.some(({ state }) => state === 'running' || state === 'queued'),
    false,
  );
});

/** A panel that hears what the session hears from now on. */
function testingPanel(known: SpecificationStatus): vscode.TestController {
  vscode.reset();
  const states = new States((uri) => vscode.Uri.parse(uri).toString());
  session.hear = (status) => states.accept(status);
  new Testing(states, session);
  states.accept(known);
  return vscode.recorded.controllers[0]!;
}

async function runOf(
  panel: vscode.TestController,
  name: string,
): Promise<{ run: vscode.TestRun; cancellation: vscode.CancellationTokenSource }> {
  const item = panel.items
    .list()[0]!
    .children.list()
    .find(({ label }) => label.split(' ')[0] === name)!;
  const cancellation = new vscode.CancellationTokenSource();
  const before = panel.runs.length;
  await panel.profile!(new vscode.TestRunRequest([item]), cancellation.token);
  return { run: panel.runs[before]!, cancellation };
}
