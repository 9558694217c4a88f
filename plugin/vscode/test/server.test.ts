// The standard part of the protocol, with the server's own process.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type {
  CodeAction,
  CompletionItem,
  CompletionList,
  Hover,
  MarkupContent,
  SymbolInformation,
  TextEdit,
} from 'vscode-languageserver-protocol';
import { Folder, Session } from './session';

let folder: Folder;
let session: Session;
let iris: string;
let text: string;

before(async () => {
  folder = new Folder().copy('iris/iris.sure', 'iris/iris-relu.onnx');
  session = new Session();
  await session.initialize(folder);
  iris = folder.uri('iris.sure');
  text = folder.read('iris.sure');
  await session.open(iris, text);
});

after(async () => {
  session.kill();
  await session.exited;
  folder.remove();
});

function place(part: string, of = text): { line: number; character: number } {
  const before = of.slice(0, of.indexOf(part)).split('\n');
  return { line: before.length - 1, character: before.at(-1)!.length };
}

function at(part: string): unknown {
  return { textDocument: { uri: iris }, position: place(part) };
}

test('a right specification has no errors', async () => {
  const errors = (await session.diagnosed(iris)).filter(({ severity }) => severity === 1);
  assert.deepEqual(errors, []);
});

test('hover shows a distribution with its curve', async () => {
  const hover = await session.request<Hover>('textDocument/hover', at('Beta(2, 2)'));
  const { kind, value } = hover.contents as MarkupContent;
  assert.equal(kind, 'markdown');
  assert.match(value, /!\[[^\]]*\]\(data:image\/svg\+xml;base64,/);
});

test('completion knows the outputs of the network', async () => {
  const answer = await session.request<CompletionList | CompletionItem[]>(
    'textDocument/completion',
    at('setosa > 12'),
  );
  const labels = (Array.isArray(answer) ? answer : answer.items).map(({ label }) => label);
  assert.ok(labels.includes('virginica'), labels.join());
});

test('the outline names networks, distributions and claims', async () => {
  const symbols = await session.request<SymbolInformation[]>('textDocument/documentSymbol', {
    textDocument: { uri: iris },
  });
  const names = JSON.stringify(symbols);
  for (const name of ['Iris', 'Flowers', 'rare', 'scores']) {
    assert.ok(names.includes(`"name":"${name}"`), name);
  }
});

test('an error is reported, and its quick fix mends it', async () => {
  const uri = folder.uri('broken.sure');
  const broken = text.replace('semantics real;\n', '');
  await session.open(uri, broken);
  const problem = (await session.diagnosed(uri)).find(({ code }) => code === 'semantics.missing');
  assert.ok(problem, 'the error is reported');
  const actions = await session.request<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri },
    range: problem.range,
    context: { diagnostics: [problem] },
  });
  const { changes, documentChanges } = actions[0]!.edit!;
  const edits = changes?.[uri] ?? (documentChanges![0] as { edits: TextEdit[] }).edits;
  await session.change(uri, apply(broken, edits));
  const left = (await session.diagnosed(uri)).filter(({ severity }) => severity === 1);
  assert.deepEqual(left, []);
});

test('texts that are no specification get messages, not silence', async () => {
  for (const [name, wrong] of [
    ['empty.sure', ''],
    ['noise.sure', '\u0000\u0001 }{ ~~ "'],
    ['comment.sure', '/* never closed'],
    ['deep.sure', `semantics real;\nproperty p: P(${'('.repeat(5000)}`],
  ] as const) {
    await session.open(folder.uri(name), wrong);
    assert.ok((await session.diagnosed(folder.uri(name))).length > 0, name);
  }
});

/** Edits from the back, so that the places in front stay what they are. */
function apply(before: string, edits: TextEdit[]): string {
  const lines = before.split('\n');
  const offset = ({ line, character }: TextEdit['range']['start']): number =>
    lines.slice(0, line).reduce((sum, one) => sum + one.length + 1, 0) + character;
  return [...edits]
    .sort((one, other) => offset(other.range.start) - offset(one.range.start))
    .reduce(
      (result, { range, newText }) =>
        result.slice(0, offset(range.start)) + newText + result.slice(offset(range.end)),
      before,
    );
}
