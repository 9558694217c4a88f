import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { URI as Uri } from 'vscode-uri';
import { wordsOf } from '../src/documentWords';
import { Doubts } from '../src/doubts';
import type { Standing } from '../src/protocol';
import { States } from '../src/states';
import * as vscode from './double/vscode';
import { property, ScriptedServer, settled, status, TEXT, URI } from './sample';

let states: States;
let server: ScriptedServer;
let doubts: Doubts;
let document: vscode.Document;
let answers: ((standing: Standing) => void)[];

beforeEach(() => {
  vscode.reset();
  states = new States();
  server = new ScriptedServer();
  answers = [];
  server.answer = () => new Promise((resolve) => answers.push(resolve as never));
  doubts = new Doubts(states, server);
  document = vscode.open(new vscode.Document(Uri.parse(URI), TEXT));
  states.accept(status([property('a', 'proved'), property('b', 'violated')], { version: 100 }));
});

/** Somebody writes, and the server is told. */
function write(text: string): void {
  document.write(text);
  doubts.sent(document as never, wordsOf(document as never));
}

function shown(): string {
  return states
    .get(URI)!
    .properties.map(({ name, state }) => `${name} ${state}`)
    .join();
}

async function answer(version: number, ...names: string[]): Promise<void> {
  await settled();
  answers.shift()!({ version, names });
  await settled();
}

test('a text that is as it was has its results', () => {
  assert.equal(shown(), 'a proved,b violated');
});

test('what is touched has no result at once, and the rest keeps its own', () => {
  document.write(TEXT.replace('a > 1) < 1e-2', 'a > 1) < 1e-29'));
  assert.equal(shown(), 'a stale,b violated');
  const a = states.get(URI)!.properties[0]!;
  assert.equal(a.bounds, undefined);
  assert.equal(a.message, 'the text changed');
  assert.doesNotMatch(a.details, /proved/);
  assert.equal(states.get(URI)!.summary, '1 stale, 1 violated');
});

test('undone before the server has answered, it is back', () => {
  write(TEXT.replace('a > 1', 'a > 2'));
  write(TEXT);
  assert.equal(shown(), 'a proved,b violated');
});

test('old states that come meanwhile give nothing back', async () => {
  write(TEXT.replace('a > 1', 'a > 2'));
  states.accept(status([property('a', 'proved'), property('b', 'running')], { version: 101 }));
  assert.equal(shown(), 'a stale,b running');
  states.accept(status([property('a', 'proved'), property('b', 'proved')], { version: 102 }));
  assert.equal(shown(), 'a stale,b proved');
});

test('what runs while its text changes is not proved when it ends', () => {
  states.accept(status([property('a', 'running'), property('b', 'queued')], { version: 101 }));
  write(`semantics real;\n${TEXT}`);
  assert.equal(shown(), 'a running,b queued');
  states.accept(status([property('a', 'proved'), property('b', 'queued')], { version: 102 }));
  assert.equal(shown(), 'a stale,b queued');
});

test('the answer gives back what holds, and keeps back what does not until that is told', async () => {
  write(`semantics real;\n${TEXT}`);
  assert.equal(shown(), 'a stale,b stale');
  await answer(105, 'b');
  assert.equal(shown(), 'a stale,b violated');
  states.accept(status([property('a', 'proved'), property('b', 'violated')], { version: 104 }));
  assert.equal(shown(), 'a stale,b violated');
  states.accept(status([property('a', 'proved'), property('b', 'violated')], { version: 106 }));
  assert.equal(shown(), 'a proved,b violated');
});

test('an answer to an earlier edit gives back nothing that a later one touched', async () => {
  write(TEXT.replace('a > 1', 'a > 2'));
  await settled();
  write(TEXT.replace('a > 1', 'a > 3'));
  await answer(105, 'a', 'b');
  assert.equal(shown(), 'a stale,b violated');
  await answer(106, 'a', 'b');
  assert.equal(shown(), 'a proved,b violated');
});

test('of many edits the last is asked about, one question at a time', async () => {
  for (let i = 2; i < 10; i++) {
    write(TEXT.replace('a > 1', `a > ${i}`));
  }
  await settled();
  assert.equal(server.asked.length, 1);
  await answer(105);
  assert.equal(server.asked.length, 2);
  await answer(106, 'a');
  assert.equal(server.asked.length, 2);
});

test('a refusal is followed by another question', async () => {
  let refused = false;
  server.answer = () => {
    if (!refused) {
      refused = true;
      throw new Error('cancelled');
    }
    return { version: 105, names: ['a', 'b'] };
  };
  write(TEXT.replace('a > 1', 'a > 2'));
  assert.equal(shown(), 'a stale,b violated');
  for (let i = 0; i < 50 && shown() !== 'a proved,b violated'; i++) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  assert.equal(shown(), 'a proved,b violated');
});

test('a text that was not saved before a restart is not that of the file', async () => {
  vscode.close(document);
  const restored = new vscode.Document(Uri.parse(URI), TEXT.replace('a > 1', 'a > 2'));
  restored.isDirty = true;
  document = vscode.open(restored);
  assert.equal(shown(), 'a stale,b stale');
  doubts.sent(document as never, wordsOf(document as never));
  await answer(105, 'b');
  assert.equal(shown(), 'a stale,b violated');
});

test('a new server begins with nothing', async () => {
  write(TEXT.replace('a > 1', 'a > 2'));
  doubts.forget();
  states.clear();
  states.accept(status([property('a', 'proved')], { version: 1 }));
  assert.equal(shown(), 'a stale', 'the text was not saved');
});

test('a document that is closed is as its file is', () => {
  write(TEXT.replace('a > 1', 'a > 2'));
  vscode.close(document);
  assert.equal(shown(), 'a proved,b violated');
});

test('documents of other languages are nothing to it', () => {
  const other = vscode.open(new vscode.Document(Uri.parse('file:///a.java'), '', 'java'));
  other.write('class A {}');
  doubts.sent(other as never, wordsOf(other as never));
  assert.deepEqual(server.asked, []);
});
