import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { findJava, JavaError, majorVersion } from '../src/java';
import { Folder, javaExecutable } from './session';

let folder: Folder;

beforeEach(() => {
  folder = new Folder();
});

afterEach(() => folder.remove());

/** A program that says what Java says. */
function fake(place: string, says: string, status = 0): string {
  const path = folder.file(place);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `#!/bin/sh\ncat >&2 <<'END'\n${says}\nEND\nexit ${status}\n`);
  chmodSync(path, 0o755);
  return path;
}

const NEW = 'openjdk version "21.0.2" 2024-01-16\nOpenJDK Runtime Environment';
const OLD = 'java version "1.8.0_392"\nJava(TM) SE Runtime Environment';
const PATH = process.env['PATH'];

async function refusal(
  setting: string | undefined,
  environment: NodeJS.ProcessEnv,
): Promise<string> {
  const error = await findJava(setting, environment).then(
    (java) => assert.fail(`found ${java}`),
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof JavaError, String(error));
  assert.match(
    error.message,
    /; install a JDK 17 or newer, or name one in the setting surety\.java$/,
  );
  return error.message;
}

test('the setting counts, then JAVA_HOME, then the path', async () => {
  const one = fake('one/bin/java', NEW);
  const two = fake('two/bin/java', NEW);
  const three = fake('three/java', NEW);
  const environment = {
    JAVA_HOME: folder.file('two'),
    PATH: `${folder.file('nowhere')}:${dirname(three)}:${PATH}`,
  };
  assert.equal(await findJava(folder.file('one'), environment), one);
  assert.equal(await findJava(one, environment), one);
  assert.equal(await findJava(folder.file('one/bin'), environment), one);
  assert.equal(await findJava('', environment), two);
  assert.equal(await findJava(undefined, { PATH: environment.PATH }), three);
});

test('the Java of this machine is found', async () => {
  assert.ok(await findJava(undefined, process.env));
  assert.ok(javaExecutable());
});

test('what is named and not there is not replaced by another', async () => {
  const wrong = folder.file('jdk 17');
  assert.ok(
    (await refusal(wrong, process.env)).startsWith(
      `the setting surety.java is ${wrong}, but there is no Java;`,
    ),
  );
  const home = await refusal(undefined, { JAVA_HOME: wrong, PATH });
  assert.ok(home.startsWith(`JAVA_HOME is ${wrong}, but there is no Java;`));
});

test('no Java anywhere', async () => {
  for (const environment of [{}, { PATH: '' }, { PATH: folder.path }]) {
    assert.ok((await refusal(undefined, environment)).startsWith('Java is missing;'));
  }
});

test('a Java that is too old', async () => {
  const java = fake('old/bin/java', OLD);
  const message = await refusal(folder.file('old'), {});
  assert.ok(message.startsWith(`Java 17 or newer is needed, but ${java} is version 8;`), message);
});

test('a program that is no Java', async () => {
  assert.match(
    await refusal(fake('a/java', 'hello'), {}),
    /does not say which version of Java it is/,
  );
  assert.match(await refusal(fake('b/java', 'broken', 1), {}), /cannot be started/);
  const text = join(folder.path, 'text');
  writeFileSync(text, 'text');
  assert.match(await refusal(text, {}), /cannot be started/);
});

test('versions', () => {
  assert.equal(majorVersion('openjdk version "17.0.15" 2025-04-15'), 17);
  assert.equal(majorVersion('Picked up JAVA_TOOL_OPTIONS: -Xmx1g\nopenjdk version "17" 2021'), 17);
  assert.equal(majorVersion('openjdk version "25-ea" 2025-09-16'), 25);
  assert.equal(majorVersion(OLD), 8);
  assert.equal(majorVersion('version 17'), undefined);
  assert.equal(majorVersion(''), undefined);
});
