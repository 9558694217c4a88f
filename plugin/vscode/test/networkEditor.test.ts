import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { URI as Uri } from 'vscode-uri';
import { NetworkEditor } from '../src/networkEditor';
import * as vscode from './double/vscode';
import { ScriptedServer, settled } from './sample';

const NETWORK = Uri.parse('file:///project/net.onnx');
let server: ScriptedServer;
let panel: vscode.WebviewPanel;

beforeEach(() => {
  vscode.reset();
  server = new ScriptedServer();
  server.answer = () => ({
    name: 'Net',
    inputs: ['a', 'b'],
    outputs: Array.from({ length: 30 }, (_, i) => `y${i}`),
    description: '2 inputs, 30 outputs',
  });
  panel = new vscode.WebviewPanel('net.onnx', {});
  const editor = new NetworkEditor(server, Uri.parse('file:///extension') as never);
  editor.resolveCustomEditor(editor.openCustomDocument(NETWORK as never), panel as never);
});

async function shown(): Promise<{ description?: string; problem?: string }> {
  panel.received.fire({ kind: 'ready' });
  await settled();
  return panel.posted.at(-1);
}

test('it says what is in the file', async () => {
  const { description } = await shown();
  assert.match(description!, /2 inputs, 30 outputs/);
  assert.match(description!, /`a`, `b`/);
  assert.match(description!, /`y19` and 10 more/);
  assert.deepEqual(server.asked, [['surety/network', { uri: NETWORK.toString() }]]);
});

test('it says why a file is no network', async () => {
  server.answer = () => {
    throw new Error('net.onnx is refused: it is no ONNX file');
  };
  const { description, problem } = await shown();
  assert.equal(problem, 'net.onnx is refused: it is no ONNX file');
  assert.equal(description, undefined);
});

test('it offers a specification', async () => {
  const asked: unknown[] = [];
  vscode.commands.registerCommand('surety.newSpecification', (uri) => asked.push(String(uri)));
  panel.received.fire({ kind: 'newSpecification' });
  assert.deepEqual(asked, [NETWORK.toString()]);
});

test('it follows the file', async () => {
  await shown();
  server.answer = () => ({ name: 'Net', inputs: [], outputs: [], description: 'another one' });
  vscode.recorded.watchers[0]!.change();
  await settled();
  assert.match(panel.posted.at(-1).description, /another one/);
  panel.dispose();
  assert.ok(vscode.recorded.watchers[0]!.disposed);
});
