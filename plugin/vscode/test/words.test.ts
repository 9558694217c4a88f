import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { mayDeclare, Words } from '../src/words';
import { examples } from './places';

const TEXT = readFileSync(join(examples, 'iris/iris.sure'), 'utf8');
const CLAIMS = ['rare', 'low', 'bounded', 'common', 'frequent', 'coarse', 'not_setosa', 'scores'];

/** Which claims are not the same any more. */
function touched(after: string, before = TEXT): string[] {
  const [old, now] = [new Words(before), new Words(after)];
  return [...old.claims.keys()].filter((name) => !now.agree(old, name));
}

test('claims are found, where their names stand', () => {
  const { claims } = new Words(TEXT);
  assert.deepEqual([...claims.keys()], CLAIMS);
  for (const { name, nameAt, begin, end } of claims.values()) {
    assert.equal(TEXT.slice(nameAt, nameAt + name.length), name);
    assert.match(TEXT.slice(begin, end), /^(property|query) [^]*;$/);
  }
});

test('an edit touches what it is in, and one of what all rest on touches all', () => {
  assert.deepEqual(touched(TEXT.replace('1e-2 under', '1e-29 under')), ['rare']);
  assert.deepEqual(touched(TEXT.replace('setosa > 12', 'setosa >= 12')), ['rare']);
  assert.deepEqual(touched(TEXT.replace('Flowers within 1e-2', 'Flowers within 1e-3')), ['coarse']);
  assert.deepEqual(touched(TEXT.replace('property rare', 'property seldom')), ['rare']);
  assert.deepEqual(touched(TEXT.replace('query scores', 'query score')), ['scores']);
  assert.deepEqual(touched(TEXT.replace('Beta(2, 2)', 'Beta(2, 3)')), CLAIMS);
  assert.deepEqual(touched(TEXT.replace('iris-relu.onnx', 'iris-tanh.onnx')), CLAIMS);
  assert.deepEqual(touched(TEXT.replace('semantics real;', '')), CLAIMS);
  assert.deepEqual(
    touched(TEXT.replace('output setosa, versicolor', 'output versicolor, setosa')),
    CLAIMS,
  );
  assert.deepEqual(touched(''), CLAIMS);
});

test('comments, blanks and line ends touch nothing', () => {
  assert.deepEqual(touched(TEXT.replace('// The true', '// The real')), []);
  assert.deepEqual(touched(TEXT.replaceAll('\n', '\r\n')), []);
  assert.deepEqual(touched(TEXT.replace(' < 1e-2', '   <\n 1e-2')), []);
  assert.deepEqual(touched(TEXT.replace('property low', '/* property no: */ property low')), []);
});

test('numbers and signs that are parted are others', () => {
  assert.deepEqual(touched('property a: P(y > 1 2) < 1;', 'property a: P(y > 12) < 1;'), ['a']);
  assert.deepEqual(touched('property a: P(y > = 1) < 1;', 'property a: P(y >= 1) < 1;'), []);
});

test('a comment that begins or ends takes back what is in it', () => {
  const opened = touched(TEXT.replace('property low', '/* property low'));
  assert.ok(opened.includes('low') && opened.includes('scores') && !opened.includes('rare'));
  assert.deepEqual(touched(TEXT.replace('  P(setosa > 15)', '//  P(setosa > 15)')), ['bounded']);
});

test('what is half written does not take its neighbours along', () => {
  const half = TEXT.replace('P(setosa > 12) < 1e-2 under Flowers;', 'P(setosa >');
  assert.deepEqual(touched(half), ['rare']);
  const string = TEXT.replace('"R1: a very high setosa score is rare"', '"R1: a very');
  assert.deepEqual(touched(string), ['rare']);
  assert.deepEqual(touched(TEXT.replace('query scores', 'property\n\nquery scores')), CLAIMS);
});

test('of two claims with one name the first counts, and the other is seen', () => {
  const doubled = `${TEXT}\nproperty rare: P(setosa > 0) < 1 under Flowers;`;
  assert.deepEqual(touched(doubled), CLAIMS);
});

test('a place is in the claim around it, or on its line', () => {
  const text = 'semantics real;\n\nproperty a:\n  P(y > 1) < 1; // sure\n\nquery b: cdf(y);\n';
  const at = (words: string): string | undefined =>
    new Words(text).claimAt(text.indexOf(words))?.name;
  assert.equal(at('property a'), 'a');
  assert.equal(at('a:'), 'a');
  assert.equal(at('P(y'), 'a');
  assert.equal(at('sure'), 'a');
  assert.equal(at('cdf'), 'b');
  assert.equal(at('semantics'), undefined);
  assert.equal(new Words(text).claimAt(text.indexOf('\n\nquery') + 1)?.name, undefined);
  const indented = '  property a: P(y > 1) < 1;';
  assert.equal(new Words(indented).claimAt(0)?.name, 'a');
});

test('a declaration may begin between declarations, and nowhere else', () => {
  for (const text of [
    '',
    'pro',
    '// a comment\n',
    '/* one */ ',
    'semantics real;\n',
    'semantics real;\nnet',
    'network N = "n.onnx" { input a; output b; }\n',
    'distribution D for N { a ~ Uniform(0, 1); }\ndis',
    'property a: P(y > 1) < 1 under D;\n\nq',
  ]) {
    assert.ok(mayDeclare(text), text);
  }
  for (const text of [
    '// a comm',
    '/* one',
    '/*/',
    'semantics ',
    'network N = "n.on',
    'network N = "n.onnx" { input a; ',
    'distribution D for N { a ~ ',
    'distribution D for N { a ~ No',
    'distribution D for N { a ~ Uniform(0, 1); ',
    'property a: P(',
    'property a "tit',
    'property a: P(y > 1) < 1 und',
  ]) {
    assert.ok(!mayDeclare(text), text);
  }
});
