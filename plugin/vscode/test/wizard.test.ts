// A new specification, written by the server's own process.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { after, before, beforeEach, test } from 'node:test';
import { newSpecification } from '../src/newSpecification';
import * as vscode from './double/vscode';
import { Folder, Session } from './session';

let folder: Folder;
let session: Session;

before(async () => {
  folder = new Folder().copy('iris/iris-relu.onnx');
  session = new Session();
  await session.initialize(folder);
});

beforeEach(() => vscode.reset());

after(async () => {
  session.kill();
  await session.exited;
  folder.remove();
});

test('with the proposals it is a specification without errors', async () => {
  vscode.recorded.saveDialog = vscode.Uri.parse(folder.uri('new.sure'));
  await newSpecification(session, vscode.Uri.parse(folder.uri('iris-relu.onnx')) as never);
  assert.deepEqual(vscode.recorded.messages, []);
  const text = [...vscode.recorded.written.values()][0]!;
  assert.match(text, /^semantics real;/m);
  await session.open(folder.uri('new.sure'), text);
  const problems = (await session.diagnosed(folder.uri('new.sure'))).filter(
    ({ severity }) => severity === 1,
  );
  assert.deepEqual(problems, [], text);
});

test('a file that is no network is one message, without a stack trace', async () => {
  writeFileSync(folder.file('text.onnx'), 'this is no network');
  for (const name of ['text.onnx', 'missing.onnx']) {
    vscode.reset();
    await newSpecification(session, vscode.Uri.parse(folder.uri(name)) as never);
    assert.equal(vscode.recorded.messages.length, 1);
    assert.match(vscode.recorded.messages[0]!, new RegExp(name.replace('.', '\\.')));
    assert.doesNotMatch(vscode.recorded.messages[0]!, /Exception|\tat /);
    assert.equal(vscode.recorded.written.size, 0);
  }
});

test('what cannot be is said before it is written', async () => {
  vscode.recorded.saveDialog = vscode.Uri.parse(folder.uri('wrong.sure'));
  vscode.recorded.answers = ['', '', '', 'Gauss(0, 1)', '', '', '', 'P(y > '];
  await newSpecification(session, vscode.Uri.parse(folder.uri('iris-relu.onnx')) as never);
  assert.equal(vscode.recorded.messages.length, 1);
  assert.match(vscode.recorded.messages[0]!, /Gauss/);
  assert.equal(vscode.recorded.written.size, 0);
});
