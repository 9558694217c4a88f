import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { textmateFolder } from './places';
import { Folder, Session } from './session';

interface Snippet {
  prefix: string;
  description: string;
  body: string[];
}

const snippets = Object.entries(
  JSON.parse(readFileSync(join(textmateFolder, 'snippets', 'sure.json'), 'utf8')) as Record<
    string,
    Snippet
  >,
);

let folder: Folder;
let session: Session;

before(async () => {
  folder = new Folder();
  session = new Session();
  await session.initialize(folder);
});

after(async () => {
  session.kill();
  await session.exited;
  folder.remove();
});

/** What stands there when one presses Tab until the end. */
function filled(body: string[]): string {
  return body
    .join('\n')
    .replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, '$1')
    .replace(/\$\{\d+:([^}]*)\}/g, '$1')
    .replace(/\$\d+/g, '');
}

test('each snippet has a prefix of its own and a description', () => {
  const prefixes = snippets.map(([, { prefix }]) => prefix);
  assert.equal(new Set(prefixes).size, snippets.length);
  assert.ok(snippets.every(([, { description }]) => description.length > 0));
});

for (const [name, { body }] of snippets) {
  test(`${name}: with its defaults it has no syntax error`, async () => {
    const text = filled(body);
    assert.doesNotMatch(text, /\$/);
    const uri = folder.uri(`${name.replaceAll(' ', '-')}.sure`);
    await session.open(uri, text);
    const errors = (await session.diagnosed(uri)).filter(
      ({ code }) => code === 'syntax' || code === 'unsupported',
    );
    assert.deepEqual(errors, [], text);
  });
}

test('the whole specification lacks nothing but its network file', async () => {
  const whole = snippets.find(([, { prefix }]) => prefix === 'specification')!;
  const uri = folder.uri('whole.sure');
  await session.open(uri, filled(whole[1].body));
  const errors = (await session.diagnosed(uri)).filter(({ severity }) => severity === 1);
  assert.deepEqual(
    errors.map(({ code }) => code),
    ['network.missing'],
  );
});

test('a snippet with an error would be found', async () => {
  const uri = folder.uri('wrong.sure');
  await session.open(uri, 'network Net "network.onnx";');
  assert.ok((await session.diagnosed(uri)).some(({ code }) => code === 'syntax'));
});
