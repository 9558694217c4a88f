import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { serverSettings } from '../src/settings';
import { root } from './places';

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

function told(settings: Record<string, unknown>): object {
  return serverSettings((name) => settings[name]);
}

test('the server is told what is set', () => {
  assert.deepEqual(told({ threads: 2, timeout: '60 s', gap: '1e-6', verify: 'onSave' }), {
    threads: 2,
    timeout: '60 s',
    gap: '1e-6',
    verify: 'onSave',
  });
});

test("what is not set, or is not the server's, is left out", () => {
  assert.deepEqual(told({}), {});
  assert.deepEqual(told({ threads: null, timeout: '', gap: undefined, java: '/usr/bin/java' }), {});
});

test('a wrong value goes to the server as it is: it knows what is wrong with it', () => {
  assert.deepEqual(told({ threads: 0, timeout: 'soon' }), { threads: 0, timeout: 'soon' });
});

test('the settings that the extension declares leave everything to the server', () => {
  const declared = manifest.contributes.configuration.properties;
  const defaults = Object.fromEntries(
    Object.entries<{ default: unknown }>(declared).map(([name, one]) => [
      name.replace('surety.', ''),
      one.default,
    ]),
  );
  assert.deepEqual(Object.keys(defaults).sort(), [
    'gap',
    'groupBy',
    'java',
    'threads',
    'timeout',
    'verify',
  ]);
  assert.deepEqual(told(defaults), { verify: 'onCommand' });
});
