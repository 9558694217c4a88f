import assert from 'node:assert/strict';
import { test } from 'node:test';
import { URI as Uri } from 'vscode-uri';
import { Snippets } from '../src/snippets';
import * as vscode from './double/vscode';

const snippets = new Snippets();

/** What is offered at the end of a text. */
function offered(text: string): string[] {
  const document = new vscode.Document(Uri.parse('file:///a.sure'), `${text}\nproperty z: `);
  const items = snippets.provideCompletionItems(
    document as never,
    document.positionAt(text.length) as never,
  );
  return items.map(({ label }) => String(label));
}

test('declarations are offered where one may begin', () => {
  assert.ok(offered('semantics real;\npro').includes('property'));
  assert.ok(offered('semantics real;\n').includes('network'));
});

test('a whole specification is offered where there is none yet', () => {
  assert.ok(offered('').includes('specification'));
  assert.ok(offered('// a comment\nspec').includes('specification'));
  assert.ok(!offered('semantics real;\n').includes('specification'));
});

test('none is offered where a distribution, an event or words are expected', () => {
  for (const text of [
    'distribution D for N { a ~ ',
    'distribution D for N { a ~ No',
    'distribution D for N {\n  ',
    'property a: P(',
    'property a: P(y > 1) < 1 ',
    '// pro',
    'network N = "',
  ]) {
    assert.deepEqual(offered(text), [], text);
  }
});

test('each has a body to fill in', () => {
  const document = new vscode.Document(Uri.parse('file:///a.sure'), '');
  const items = snippets.provideCompletionItems(
    document as never,
    new vscode.Position(0, 0) as never,
  );
  for (const { insertText, detail } of items) {
    assert.match((insertText as unknown as vscode.SnippetString).value, /\$\{1:|^semantics/);
    assert.ok(detail);
  }
});
