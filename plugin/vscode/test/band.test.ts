import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { Bands } from '../src/band';
import { bandPage, dataAddress } from '../src/bandPage';
import { States } from '../src/states';
import * as vscode from './double/vscode';
import { property, ScriptedServer, settled, status, URI } from './sample';

let states: States;
let server: ScriptedServer;
let bands: Bands;

beforeEach(() => {
  vscode.reset();
  states = new States();
  server = new ScriptedServer();
  server.answer = () => ({ svg: '<svg/>', title: 'cdf(setosa)', description: 'scores: answered', state: 'answered', version: 1 });
  bands = new Bands(states, server);
});

function shown(name = 'scores'): vscode.WebviewPanel {
  bands.show(URI, name);
  return vscode.recorded.panels.at(-1)!;
}

async function sized(panel: vscode.WebviewPanel, width = 600.5, height = 400): Promise<void> {
  panel.received.fire({ width, height });
  await settled();
}

test('the picture is asked for when the size of the view is known', async () => {
  const panel = shown();
  await settled();
  assert.deepEqual(server.news(), []);
  await sized(panel);
  assert.deepEqual(server.news(), [
    ['surety/band', { uri: URI, name: 'scores', width: 600, height: 400, theme: 'light' }],
  ]);
  assert.deepEqual(panel.posted, [
    { source: dataAddress('<svg/>'), note: 'scores: answered' },
  ]);
  assert.equal(panel.title, 'cdf(setosa)');
});

test('it is drawn anew when the states of its specification change, not of another', async () => {
  const panel = shown();
  await sized(panel);
  server.news();
  states.accept(status([property('a', 'running')], { uri: 'file:///project/other.sure' }));
  await settled();
  assert.deepEqual(server.news(), []);
  states.accept(status([property('a', 'running')]));
  await settled();
  assert.equal(server.news().length, 1);
  assert.equal(panel.posted.length, 2);
});

test('one question at a time; what changed meanwhile is drawn once, afterwards', async () => {
  const panel = shown();
  const answers: ((band: unknown) => void)[] = [];
  server.answer = () => new Promise((resolve) => answers.push(resolve));
  await sized(panel);
  for (let i = 0; i < 50; i++) {
    states.accept(status([property('a', 'running')]));
  }
  await settled();
  assert.equal(server.news().length, 1);
  answers[0]!(null);
  await settled();
  assert.equal(server.news().length, 1);
  answers[1]!(null);
  await settled();
  assert.deepEqual(server.news(), []);
  assert.equal(panel.posted.length, 2);
});

test('nothing to draw, a refusal, and a server that is gone are said in the view', async () => {
  const panel = shown();
  server.answer = () => null;
  await sized(panel);
  assert.deepEqual(panel.posted.at(-1), { note: 'There is nothing to draw of scores.' });
  server.answer = () => {
    throw new Error('the server is gone');
  };
  await sized(panel);
  assert.deepEqual(panel.posted.at(-1), { note: 'the server is gone' });
  server.answer = () => ({ svg: '<svg/>', title: 't', description: 'd', state: 'answered', version: 2 });
  await sized(panel);
  assert.ok(panel.posted.at(-1)!.source);
});

test('a view of no size is asked for a small one', async () => {
  await sized(shown(), 0, -3);
  assert.deepEqual(server.news()[0]![1], {
    uri: URI,
    name: 'scores',
    width: 100,
    height: 100,
    theme: 'light',
  });
});

test('one view for each property; showing it again brings it to the front', () => {
  const panel = shown();
  bands.show(URI, 'scores');
  assert.equal(panel.revealed, 1);
  bands.show(URI, 'other');
  assert.equal(vscode.recorded.panels.length, 2);
});

test('a view that was closed draws no more, and can be opened again', async () => {
  const panel = shown();
  const answers: ((band: unknown) => void)[] = [];
  server.answer = () => new Promise((resolve) => answers.push(resolve));
  await sized(panel);
  panel.dispose();
  answers[0]!({ svg: '<svg/>', title: 't', description: 'd', state: 'answered', version: 1 });
  states.accept(status([property('a', 'running')]));
  await settled();
  assert.equal(server.news().length, 1);
  assert.deepEqual(panel.posted, []);
  assert.notEqual(shown(), panel);
  bands.dispose();
  assert.ok(vscode.recorded.panels.every(({ disposed }) => disposed));
});

test('the page allows nothing but its own script, its own style and pictures of the client', () => {
  const page = bandPage('abc');
  assert.match(
    page,
    /http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'nonce-abc'; script-src 'nonce-abc';"/,
  );
  assert.doesNotMatch(page, /unsafe|https?:/);
  assert.equal(page.match(/<script/g)!.length, page.match(/<script nonce="abc">/g)!.length);
  assert.doesNotMatch(page, /innerHTML|\son\w+=|\sstyle=/);
});

test('each view has a nonce of its own, and reads no files', () => {
  const nonces = [shown('a'), shown('b')].map(
    ({ webview }) => /nonce-(\w+)/.exec(webview.html)![1]!,
  );
  assert.ok(nonces.every((nonce) => nonce.length >= 32));
  assert.notEqual(nonces[0], nonces[1]);
  assert.deepEqual(vscode.recorded.panels[0]!.options, {
    enableScripts: true,
    localResourceRoots: [],
  });
});

test('an SVG stays what it is, whatever is in it', () => {
  const svg = '<svg>"\'</svg><script>alert(1)</script> ≤ 𝒫';
  const address = dataAddress(svg);
  assert.match(address, /^data:image\/svg\+xml;base64,[A-Za-z0-9+/=]+$/);
  assert.equal(Buffer.from(address.split(',')[1]!, 'base64').toString('utf8'), svg);
});

test('the picture follows the theme', async () => {
  const panel = shown();
  await sized(panel);
  for (const [kind, theme] of [
    [vscode.ColorThemeKind.Dark, 'dark'],
    [vscode.ColorThemeKind.HighContrast, 'highContrast'],
    [vscode.ColorThemeKind.HighContrastLight, 'light'],
  ] as const) {
    server.news();
    vscode.window.activeColorTheme.kind = kind;
    vscode.events.colorTheme.fire(undefined);
    await settled();
    assert.equal((server.news()[0]![1] as { theme: string }).theme, theme);
  }
});

test('a picture of another text than there is now is taken away', async () => {
  states.accept(status([property('scores', 'answered')]));
  const panel = shown();
  await sized(panel);
  assert.ok(panel.posted.at(-1).source);
  states.doubt(URI, () => true);
  assert.deepEqual(panel.posted.at(-1), { note: 'The text of scores changed.' });
  await settled();
  assert.equal(panel.posted.at(-1).source, undefined);
  states.doubt(URI, undefined);
  await settled();
  assert.ok(panel.posted.at(-1).source);
});

test('where there is nothing to draw, it says why and what to do', async () => {
  server.answer = () => null;
  states.accept(status([property('scores', 'unverified', { label: 'not verified' })]));
  const panel = shown();
  await sized(panel);
  assert.equal(
    panel.posted.at(-1).note,
    'There is nothing to draw of scores yet; it is not verified.\nVerify it, and its bounds are drawn here.',
  );
});

test('in the page, what is hidden has no place', () => {
  assert.match(bandPage('n'), /\[hidden\] \{ display: none/);
});
