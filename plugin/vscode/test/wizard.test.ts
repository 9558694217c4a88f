// A new specification, written by the server's own process.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { after, before, beforeEach, test } from 'node:test';
import type { Entered } from '../src/messages';
import { Wizards } from '../src/newSpecification';
import * as vscode from './double/vscode';
import { Folder, Session } from './session';

let folder: Folder;
let session: Session;
let wizards: Wizards;

before(async () => {
  folder = new Folder().copy('iris/iris-relu.onnx');
  session = new Session();
  await session.initialize(folder);
});

beforeEach(() => {
  vscode.reset();
  wizards = new Wizards(session, vscode.Uri.file('/extension') as never);
});

after(async () => {
  session.kill();
  await session.exited;
  folder.remove();
});

/** What is posted to the form of the network next. */
async function posted(panel: vscode.WebviewPanel, message: unknown): Promise<any> {
  const before = panel.posted.length;
  panel.received.fire(message);
  for (let tries = 0; panel.posted.length === before && tries < 600; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return panel.posted.at(-1);
}

async function form(): Promise<{ panel: vscode.WebviewPanel; entered: Entered }> {
  await wizards.show(vscode.Uri.parse(folder.uri('iris-relu.onnx')) as never);
  const panel = vscode.recorded.panels[0]!;
  const { entered } = await posted(panel, { kind: 'ready' });
  return { panel, entered };
}

test('with the proposals it is a specification without errors', async () => {
  const { panel, entered } = await form();
  const { text, problems } = await posted(panel, { kind: 'entered', entered, serial: 1 });
  assert.deepEqual(problems, []);
  assert.match(text, /^semantics real;/m);
  await session.open(folder.uri('new.sure'), text);
  const errors = (await session.diagnosed(folder.uri('new.sure'))).filter(
    ({ severity }) => severity === 1,
  );
  assert.deepEqual(errors, [], text);
});

test('each entry that is wrong is named by its field', async () => {
  const { panel, entered } = await form();
  for (const [change, problem] of [
    [{ distributions: ['Gauss(0, 1)', 'Beta(2, 2)'] }, /^input 1: .*Gauss/],
    [{ distributions: ['Beta(2, 2)', 'Uniform(1, 0)'] }, /^input 2: /],
    [{ distributions: ['Beta(2', 'Beta(2, 2)'] }, /^input 1: /],
    [{ inputs: ['one two', 'b'] }, /^name of input 1: /],
    [{ outputs: 'a, a, c' }, /^outputs: /],
    [{ networkName: '1st' }, /^network: /],
    [{ propertyName: 'two words' }, /^name: /],
    [{ property: 'P(y0 > ' }, /^property: /],
    [{ property: 'P(nothing > 1) < 1' }, /^property: .*nothing/],
    [{ propertyTitle: 'a " in it' }, /^title: /],
  ] as [Partial<Entered>, RegExp][]) {
    const message = { kind: 'entered', entered: { ...entered, ...change }, serial: 1 };
    const { problems } = await posted(panel, message);
    assert.ok(
      problems.some((one: string) => problem.test(one)),
      `${JSON.stringify(change)}: ${problems.join('; ')}`,
    );
  }
});

test('a file that is no network is one message, without a stack trace', async () => {
  writeFileSync(folder.file('text.onnx'), 'this is no network');
  for (const name of ['text.onnx', 'missing.onnx']) {
    vscode.reset();
    await wizards.show(vscode.Uri.parse(folder.uri(name)) as never);
    assert.equal(vscode.recorded.messages.length, 1);
    assert.match(vscode.recorded.messages[0]!, new RegExp(name.replace('.', '\\.')));
    assert.doesNotMatch(vscode.recorded.messages[0]!, /Exception|\tat /);
    assert.equal(vscode.recorded.panels.length, 0);
  }
});
