// The gutter, the status bar and the arguments of commands, against the double.
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { URI as Uri } from 'vscode-uri';
import { commandArguments, verifyAll } from '../src/commands';
import { Gutter } from '../src/gutter';
import { States } from '../src/states';
import { StatusBar } from '../src/statusBar';
import * as vscode from './double/vscode';
import { property, ScriptedServer, status, TEXT, URI } from './sample';

let states: States;

beforeEach(() => {
  vscode.reset();
  states = new States();
});

function editor(uri = URI, languageId = 'sure', line = 0): vscode.TextEditor {
  const made = new vscode.TextEditor(new vscode.Document(Uri.parse(uri), TEXT, languageId));
  made.selection = new vscode.Selection(line, 0, line, 0);
  return made;
}

test('the gutter follows the states', () => {
  const shown = editor();
  vscode.window.visibleTextEditors = [shown];
  new Gutter(states, Uri.parse('file:///icons') as never);
  states.accept(status([property('a', 'proved'), property('b', 'running')]));
  assert.deepEqual(shown.icons(), { 'proved.svg': [0], 'running.svg': [10] });
  states.accept(status([property('a', 'stale'), property('b', 'violated')]));
  assert.deepEqual(shown.icons(), { 'stale.svg': [0], 'violated.svg': [10] });
  states.clear();
  assert.deepEqual(shown.icons(), {});
});

test('what is known stands behind the properties, and changes with the icons', () => {
  const shown = editor();
  vscode.window.visibleTextEditors = [shown];
  new Gutter(states, Uri.parse('file:///icons') as never);
  const bounds = '[0.1, 0.2]';
  states.accept(
    status([
      property('a', 'proved', { bounds }),
      property('b', 'unverified', { label: 'not verified' }),
    ]),
  );
  assert.deepEqual(shown.words(), { 0: 'proved, [0.1, 0.2]', 10: 'not verified' });
  states.doubt(URI, () => true);
  assert.deepEqual(shown.words(), { 0: 'stale', 10: 'not verified' });
  assert.deepEqual(shown.icons(), { 'stale.svg': [0], 'unverified.svg': [10] });
  vscode.recorded.settings['editor.inlayHints.enabled'] = 'off';
  states.doubt(URI, undefined);
  assert.deepEqual(shown.words(), {});
  assert.deepEqual(shown.icons(), { 'proved.svg': [0], 'unverified.svg': [10] });
});

test('icons stand where the names are now, not where the server last saw them', () => {
  const shown = editor();
  vscode.window.visibleTextEditors = [shown];
  new Gutter(states, Uri.parse('file:///icons') as never);
  shown.document.write(`// one line more\n${TEXT.replace('property b', 'property z')}`);
  states.accept(status([property('a', 'proved'), property('b', 'proved')]));
  assert.deepEqual(shown.icons(), { 'proved.svg': [1] });
});

test('the gutter is drawn in each editor of the file, when it is opened, and in no other', () => {
  new Gutter(states, Uri.parse('file:///icons') as never);
  states.accept(status([property('a', 'proved')]));
  const shown = [editor(), editor(), editor('file:///project/other.sure'), editor(URI, 'java')];
  vscode.window.visibleTextEditors = shown;
  vscode.events.visibleTextEditors.fire(shown);
  assert.deepEqual(
    shown.map((one) => Object.keys(one.icons())),
    [['proved.svg'], ['proved.svg'], [], []],
  );
});

test('a gutter that is disposed draws no more', () => {
  const shown = editor();
  vscode.window.visibleTextEditors = [shown];
  new Gutter(states, Uri.parse('file:///icons') as never).dispose();
  states.accept(status([property('a', 'proved')]));
  assert.deepEqual(shown.icons(), {});
});

test('the status bar shows the active specification, or nothing', () => {
  new StatusBar(states);
  const item = vscode.recorded.statusBarItems[0]!;
  states.accept(status([property('a', 'violated')], { summary: '1 violated' }));
  assert.equal(item.visible, false);
  vscode.window.activeTextEditor = editor();
  vscode.events.activeTextEditor.fire(undefined);
  assert.equal(item.visible, true);
  assert.match(item.text, /Surety: 1 violated$/);
  assert.equal(item.backgroundColor?.id, 'statusBarItem.errorBackground');
  states.accept(status([property('a', 'proved')], { summary: '1 proved' }));
  assert.equal(item.backgroundColor, undefined);
  vscode.window.activeTextEditor = editor('file:///project/README.md', 'markdown');
  vscode.events.activeTextEditor.fire(undefined);
  assert.equal(item.visible, false);
});

test('what the server gave as arguments is left alone', () => {
  assert.deepEqual(commandArguments('surety.verify', [URI, 'a'], states), [URI, 'a']);
  assert.deepEqual(commandArguments('surety.cancel', [URI], states), [URI]);
});

test('a command without arguments is about what the cursor is in', () => {
  states.accept(status([property('a', 'stale'), property('b', 'stale')]));
  vscode.window.activeTextEditor = editor(URI, 'sure', 10);
  for (const command of ['surety.verify', 'surety.replay', 'surety.showBand', 'surety.tryInput']) {
    assert.deepEqual(commandArguments(command, [], states), [URI, 'b']);
  }
  // A menu of the editor passes the file's address, as an object.
  assert.deepEqual(commandArguments('surety.verifyAll', [Uri.parse(URI)], states), [URI]);
  assert.deepEqual(commandArguments('surety.cancel', [], states), [URI]);
});

test('without a specification all of the workspace is meant, or nothing', () => {
  for (const active of [undefined, editor('file:///project/README.md', 'markdown'), editor(URI)]) {
    vscode.window.activeTextEditor = active;
    assert.deepEqual(commandArguments('surety.verifyAll', [], states), []);
    assert.deepEqual(commandArguments('surety.cancel', [], states), []);
    assert.equal(commandArguments('surety.verify', [], states), undefined);
  }
});

/** What is said to somebody with the cursor in a text. */
function said(shown: vscode.TextEditor | undefined): string {
  vscode.window.activeTextEditor = shown;
  vscode.recorded.messages.length = 0;
  assert.equal(commandArguments('surety.verify', [], states), undefined);
  assert.equal(vscode.recorded.messages.length, 1);
  return vscode.recorded.messages[0]!;
}

test('where a command is about nothing, it says why', () => {
  assert.match(said(undefined), /^Open a specification/);
  assert.match(said(editor('file:///project/README.md', 'markdown')), /^Open a specification/);
  assert.match(said(editor(URI, 'sure', 3)), /^Put the cursor into a property or query/);
  assert.match(said(editor('untitled:Untitled-1')), /^Save the specification first; then 'a'/);
});

test('nobody is told to put the cursor where it is', () => {
  assert.match(said(editor()), /is being read; try again/);
  states.accept(status([property('b', 'stale')]));
  assert.match(said(editor()), /'a' has just been written/);
  states.accept(status([], { errors: '1 error: a distribution is missing' }));
  assert.equal(said(editor()), "'a' cannot be verified now: 1 error: a distribution is missing");
});

/** What verifying all does with these states; by whom it was asked is the same. */
async function all(uri?: string): Promise<string> {
  const server = new ScriptedServer();
  let asked = '';
  await verifyAll(uri, states, server, () => (asked = 'all'));
  const anew = server.news().map(([command, , name]) => `${command} ${name}`);
  return [asked, ...anew, ...vscode.recorded.messages.splice(0)].filter(Boolean).join('; ');
}

test('verifying all says so when there is nothing to do, and offers to do it anew', async () => {
  states.accept(
    status([property('a', 'proved'), property('b', 'answered')], {
      summary: '1 proved, 1 answered',
    }),
  );
  const nothing = 'Everything is verified already: 1 proved, 1 answered.';
  assert.equal(await all(URI), nothing);
  assert.equal(await all(), nothing);
  vscode.recorded.answers = ['Verify Anew'];
  assert.equal(await all(URI), `surety.verify a; surety.verify b; ${nothing}`);
  states.accept(status([], { errors: '2 errors' }));
  assert.equal(await all(URI), 'Nothing can be verified now: 2 errors');
});

test('what is undecided, failed or stale is verified', async () => {
  for (const state of ['undecided', 'failed', 'stale', 'unverified'] as const) {
    states.accept(status([property('a', 'proved'), property('b', state)]));
    assert.equal(await all(URI), 'all');
    assert.equal(await all(), 'all');
  }
  states.doubt(URI, () => true);
  states.accept(status([property('a', 'proved')]));
  assert.equal(await all(URI), 'all', 'the text changed');
});
