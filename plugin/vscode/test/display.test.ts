// The gutter, the status bar and the arguments of commands, against the double.
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { URI as Uri } from 'vscode-uri';
import { commandArguments } from '../src/commands';
import { Gutter } from '../src/gutter';
import { States } from '../src/states';
import { StatusBar } from '../src/statusBar';
import * as vscode from './double/vscode';
import { property, status, URI } from './sample';

let states: States;

beforeEach(() => {
  vscode.reset();
  states = new States();
});

function editor(uri = URI, languageId = 'sure', line = 0): vscode.TextEditor {
  const made = new vscode.TextEditor({ uri: Uri.parse(uri), languageId });
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

test('a command without arguments is about the place of the cursor', () => {
  states.accept(status([property('a', 'stale'), property('b', 'stale')]));
  vscode.window.activeTextEditor = editor(URI, 'sure', 12);
  for (const command of ['surety.verify', 'surety.replay', 'surety.showBand']) {
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
    vscode.recorded.messages.length = 0;
    assert.equal(commandArguments('surety.verify', [], states), undefined);
    assert.deepEqual(vscode.recorded.messages, [
      'Put the cursor into a property or query of a specification first.',
    ]);
  }
});

test('no command is about a property in front of which the cursor is', () => {
  states.accept(status([property('b', 'stale')]));
  vscode.window.activeTextEditor = editor(URI, 'sure', 3);
  assert.equal(commandArguments('surety.showBand', [], states), undefined);
});
