import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { URI as Uri } from 'vscode-uri';
import { newSpecification } from '../src/newSpecification';
import type { NewSpecification, NewSpecificationParams } from '../src/protocol';
import * as vscode from './double/vscode';
import { ScriptedServer } from './sample';

const NETWORK = Uri.parse('file:///project/net.onnx') as never;
let server: ScriptedServer;
let inputs: string[];
let made: NewSpecification;

beforeEach(() => {
  vscode.reset();
  server = new ScriptedServer();
  inputs = ['a', 'b'];
  made = { text: 'semantics real;\n', problems: [] };
  server.answer = (method) =>
    method === 'surety/network' ? { name: 'Net', inputs, outputs: ['y'], description: '' } : made;
  vscode.recorded.saveDialog = Uri.parse('file:///project/net.sure');
});

function asked(): NewSpecificationParams {
  return server.asked.find(
    ([method]) => method === 'surety/newSpecification',
  )![1] as NewSpecificationParams;
}

test('pressing Enter all the way makes a specification with the proposals', async () => {
  await newSpecification(server, NETWORK);
  assert.deepEqual(asked(), {
    uri: 'file:///project/net.sure',
    networkUri: 'file:///project/net.onnx',
    networkName: 'Net',
    inputs: [
      { name: 'a', distribution: 'Uniform(0, 1)' },
      { name: 'b', distribution: 'Uniform(0, 1)' },
    ],
    outputs: ['y'],
    propertyName: 'first',
    propertyTitle: 'R1',
    property: 'P(y > 0.5) < 1e-2',
  });
  assert.deepEqual([...vscode.recorded.written], [['file:///project/net.sure', 'semantics real;\n']]);
  assert.deepEqual(vscode.recorded.shown, ['file:///project/net.sure']);
});

test('what is answered is taken, and one distribution is proposed for the next input', async () => {
  vscode.recorded.answers = [
    'Iris',
    'length,  width',
    'setosa',
    'Beta(2, 2)',
    '= 1.5',
    'rare',
    'R7',
    'P(setosa > 3) < 0.1',
  ];
  await newSpecification(server, NETWORK);
  const { networkName, inputs: chosen, outputs, propertyName, propertyTitle, property } = asked();
  assert.deepEqual(
    [networkName, outputs, propertyName, propertyTitle, property],
    ['Iris', ['setosa'], 'rare', 'R7', 'P(setosa > 3) < 0.1'],
  );
  assert.deepEqual(chosen, [
    { name: 'length', distribution: 'Beta(2, 2)' },
    { name: 'width', distribution: '= 1.5' },
  ]);
  assert.ok(
    vscode.recorded.prompts.some((prompt) => /Distribution of width.*Beta\(2, 2\)$/.test(prompt)),
  );
});

test('many inputs are one question', async () => {
  inputs = Array.from({ length: 784 }, (_, i) => `x${i}`);
  await newSpecification(server, NETWORK);
  assert.ok(
    vscode.recorded.prompts.includes('Distribution of each of the 784 inputs: Uniform(0, 1)'),
  );
  assert.ok(vscode.recorded.prompts.every((prompt) => prompt.length < 100));
  assert.ok(vscode.recorded.prompts.length < 10);
  assert.equal(asked().inputs.length, 784);
});

test('without a file in hand it asks for one', async () => {
  await newSpecification(server);
  assert.deepEqual(server.asked, []);
  vscode.recorded.openDialog = Uri.parse('file:///project/net.onnx');
  await newSpecification(server);
  assert.equal(vscode.recorded.written.size, 1);
});

test('Escape at any question leaves everything as it was, silently', async () => {
  for (let question = 0; question < 8; question++) {
    vscode.recorded.answers = [...Array<string>(question).fill(''), undefined];
    await newSpecification(server, NETWORK);
  }
  vscode.recorded.answers = [];
  vscode.recorded.saveDialog = undefined;
  await newSpecification(server, NETWORK);
  assert.equal(vscode.recorded.written.size, 0);
  assert.deepEqual(vscode.recorded.messages, []);
});

test('a network that cannot be read is one message', async () => {
  server.answer = () => {
    throw new Error('net.onnx is refused');
  };
  await newSpecification(server, NETWORK);
  assert.deepEqual(vscode.recorded.messages, ['net.onnx is refused']);
  assert.equal(vscode.recorded.written.size, 0);
});

test('problems are shown before anything is written', async () => {
  made = { text: 'text', problems: ['the limit 2 is not a probability', 'a has no distribution'] };
  await newSpecification(server, NETWORK);
  assert.match(
    vscode.recorded.messages[0]!,
    /the limit 2 is not a probability\na has no distribution$/,
  );
  assert.equal(vscode.recorded.written.size, 0);
  vscode.recorded.answers = [...Array<string>(8).fill(''), 'Write It Anyway'];
  await newSpecification(server, NETWORK);
  assert.equal(vscode.recorded.written.get('file:///project/net.sure'), 'text');
});

test('a specification without a text is not written', async () => {
  made = { text: '', problems: ['there are no inputs'] };
  await newSpecification(server, NETWORK);
  assert.match(
    vscode.recorded.messages[0]!,
    /^No specification was written\. there are no inputs$/,
  );
  assert.equal(vscode.recorded.written.size, 0);
});
