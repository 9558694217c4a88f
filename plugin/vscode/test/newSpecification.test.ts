import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { URI as Uri } from 'vscode-uri';
import type { Entered, WizardChecked, WizardStart } from '../src/messages';
import { Wizards } from '../src/newSpecification';
import type { NewSpecification, NewSpecificationParams } from '../src/protocol';
import * as vscode from './double/vscode';
import { ScriptedServer, settled } from './sample';

const NETWORK = Uri.parse('file:///project/net.onnx') as never;
let server: ScriptedServer;
let inputs: string[];
let made: NewSpecification;
let wizards: Wizards;

beforeEach(() => {
  vscode.reset();
  server = new ScriptedServer();
  inputs = ['a', 'b'];
  made = { text: 'semantics real;\n', problems: [] };
  server.answer = (method) =>
    method === 'surety/network'
      ? { name: 'Net', inputs, outputs: ['y'], description: '2 inputs <of> the network' }
      : made;
  vscode.recorded.saveDialog = Uri.parse('file:///project/net.sure');
  wizards = new Wizards(server, Uri.parse('file:///extension') as never);
});

async function form(): Promise<vscode.WebviewPanel> {
  await wizards.show(NETWORK);
  const panel = vscode.recorded.panels.at(-1)!;
  panel.received.fire({ kind: 'ready' });
  await settled();
  return panel;
}

function start(panel: vscode.WebviewPanel): WizardStart {
  return panel.posted.findLast(({ kind }) => kind === 'start');
}

async function enter(panel: vscode.WebviewPanel, change: Partial<Entered>): Promise<WizardChecked> {
  const entered = { ...start(panel).entered, ...change };
  panel.received.fire({ kind: 'entered', entered, serial: 7 });
  await settled();
  return panel.posted.findLast(({ kind }) => kind === 'checked');
}

async function create(panel: vscode.WebviewPanel): Promise<void> {
  panel.received.fire({ kind: 'create' });
  await settled();
  await settled();
}

function asked(): NewSpecificationParams {
  return server.asked.findLast(([method]) => method === 'surety/newSpecification')![1] as never;
}

test('one form has all choices, with proposals, and what the network is', async () => {
  const { file, description, entered, inputs: count, namesOutputs } = start(await form());
  assert.equal(file, 'net.onnx');
  assert.match(description, /2 inputs &lt;of&gt; the network/);
  assert.equal(count, 2);
  assert.equal(namesOutputs, true);
  assert.deepEqual(entered, {
    networkName: 'Net',
    inputs: ['a', 'b'],
    distributions: ['Uniform(0, 1)', 'Uniform(0, 1)'],
    outputs: 'y',
    propertyName: 'first',
    propertyTitle: 'R1: what is required',
    property: 'P(y > 0.5) < 1e-2',
  });
});

test('the server checks what is entered at once, and nothing is written', async () => {
  made = {
    text: 'text',
    problems: ['input b: Gauss is unknown', 'name of output 1: no name', 'query: no'],
  };
  const checked = await enter(await form(), {
    distributions: ['= 1.5', 'Gauss(0, 1)'],
    outputs: 'setosa,  rest',
  });
  assert.deepEqual(asked(), {
    uri: 'file:///project/net.sure',
    networkUri: 'file:///project/net.onnx',
    networkName: 'Net',
    inputs: [
      { name: 'a', distribution: '= 1.5' },
      { name: 'b', distribution: 'Gauss(0, 1)' },
    ],
    outputs: ['setosa', 'rest'],
    propertyName: 'first',
    propertyTitle: 'R1: what is required',
    property: 'P(y > 0.5) < 1e-2',
  });
  assert.deepEqual(checked, {
    kind: 'checked',
    text: 'text',
    problems: ['input 2: Gauss is unknown', 'outputs: no name', 'property: no'],
    serial: 7,
  });
  assert.equal(vscode.recorded.written.size, 0);
});

test('what was created is written, opened, and its form closed', async () => {
  const panel = await form();
  await enter(panel, { propertyName: 'rare' });
  await create(panel);
  assert.equal(asked().propertyName, 'rare');
  assert.deepEqual(
    [...vscode.recorded.written],
    [['file:///project/net.sure', 'semantics real;\n']],
  );
  assert.deepEqual(vscode.recorded.shown, ['file:///project/net.sure']);
  assert.ok(panel.disposed);
  assert.equal(start(await form()).entered.propertyName, 'first', 'the next one begins anew');
});

test('nothing entered is lost when no place is chosen, nor when the form is closed', async () => {
  const panel = await form();
  await enter(panel, { propertyName: 'rare' });
  vscode.recorded.saveDialog = undefined;
  await create(panel);
  assert.equal(panel.disposed, false);
  assert.deepEqual(vscode.recorded.messages, []);
  panel.dispose();
  const again = await form();
  assert.notEqual(again, panel);
  assert.equal(start(again).entered.propertyName, 'rare');
  again.received.fire({ kind: 'again' });
  await settled();
  assert.equal(start(again).entered.propertyName, 'first');
});

test('the place that is chosen is the one that the text is made for', async () => {
  const panel = await form();
  vscode.recorded.saveDialog = Uri.parse('file:///elsewhere/net.sure');
  await create(panel);
  assert.equal(asked().uri, 'file:///elsewhere/net.sure');
});

test('of many inputs one distribution is asked', async () => {
  inputs = Array.from({ length: 784 }, (_, i) => `x${i}`);
  const panel = await form();
  assert.deepEqual(start(panel).entered.inputs, []);
  assert.equal(start(panel).inputs, 784);
  made = { text: 'text', problems: ['input x3: no', 'input x4: no'] };
  const checked = await enter(panel, { distributions: ['Beta(2, 2)'] });
  assert.equal(asked().inputs.length, 784);
  assert.ok(asked().inputs.every(({ distribution }) => distribution === 'Beta(2, 2)'));
  assert.deepEqual(checked.problems, ['input: no'], 'said once');
});

test('a network has one form', async () => {
  const panel = await form();
  await wizards.show(NETWORK);
  assert.equal(vscode.recorded.panels.length, 1);
  assert.equal(panel.revealed, 1);
});

test('without a file in hand it asks for one', async () => {
  await wizards.show();
  assert.deepEqual(server.asked, []);
  vscode.recorded.openDialog = Uri.parse('file:///project/net.onnx');
  await wizards.show();
  assert.equal(vscode.recorded.panels.length, 1);
});

test('a network that cannot be read is one message', async () => {
  server.answer = () => {
    throw new Error('net.onnx is refused');
  };
  await wizards.show(NETWORK);
  assert.deepEqual(vscode.recorded.messages, ['net.onnx is refused']);
  assert.equal(vscode.recorded.panels.length, 0);
});

test('a server that is gone is a problem in the form, and what was entered stays', async () => {
  const panel = await form();
  server.answer = () => {
    throw new Error('The language server of Surety is not running.');
  };
  const checked = await enter(panel, { propertyName: 'rare' });
  assert.deepEqual(checked.problems, ['The language server of Surety is not running.']);
  await create(panel);
  assert.equal(panel.disposed, false);
  assert.equal(vscode.recorded.messages.length, 1);
  assert.equal(vscode.recorded.written.size, 0);
});

test('a specification without a text is not written', async () => {
  made = { text: '', problems: ['there are no inputs'] };
  const panel = await form();
  await create(panel);
  assert.match(vscode.recorded.messages[0]!, /^No specification was written: there are no inputs$/);
  assert.equal(vscode.recorded.written.size, 0);
  assert.equal(panel.disposed, false);
});
