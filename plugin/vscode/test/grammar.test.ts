import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import * as oniguruma from 'vscode-oniguruma';
import * as textmate from 'vscode-textmate';
import { examples, language, textmateFolder } from './places';

interface Token {
  text: string;
  line: number;
  column: number;
  /** From outer to inner, without the language's own. */
  scopes: string[];
}

let grammar: textmate.IGrammar;

before(async () => {
  await oniguruma.loadWASM(readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm')));
  const file = join(textmateFolder, 'syntaxes', 'sure.tmLanguage.json');
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: (scope) =>
      Promise.resolve(
        scope === 'source.sure' ? textmate.parseRawGrammar(readFileSync(file, 'utf8'), file) : null,
      ),
  });
  grammar = (await registry.loadGrammar('source.sure'))!;
});

function tokens(text: string): Token[] {
  let state = textmate.INITIAL;
  return text.split(/\r\n|\n/).flatMap((content, line) => {
    const result = grammar.tokenizeLine(content, state);
    state = result.ruleStack;
    return result.tokens
      .map(({ startIndex, endIndex, scopes }) => ({
        text: content.slice(startIndex, endIndex),
        line,
        column: startIndex,
        scopes: scopes.slice(1),
      }))
      .filter((token) => token.text.trim() !== '');
  });
}

/** The scope of the only token with this text. */
function scopeOf(part: string, text: string): string {
  const found = tokens(text).filter((token) => token.text.trim() === part.trim());
  assert.equal(found.length, 1, `${part} in ${text}: ${JSON.stringify(tokens(text))}`);
  return found[0]!.scopes.join(' ');
}

function samples(): [string, string][] {
  return readdirSync(examples, { withFileTypes: true })
    .filter((folder) => folder.isDirectory())
    .flatMap((folder) =>
      readdirSync(join(examples, folder.name))
        .filter((name) => name.endsWith('.sure'))
        .map((name): [string, string] => [
          name,
          readFileSync(join(examples, folder.name, name), 'utf8'),
        ]),
    );
}

/** The functions that the language knows. */
function functions(): string[] {
  const file = 'src/main/java/surety/language/translation/Function.java';
  const source = readFileSync(join(language, file), 'utf8');
  return [
    ...[...source.matchAll(/\(\s*"([A-Za-z]+)",\s*Kind/g)].map((match) => match[1]!),
    ...loopFunctions(),
  ];
}

/** And those that it knows in loops. */
function loopFunctions(): string[] {
  const file = '../certificates/src/main/java/surety/certificates/loop/Expression.java';
  const source = readFileSync(join(language, file), 'utf8');
  const functions = source.slice(source.indexOf('enum Function'));
  return [...functions.matchAll(/^ +[A-Z]+\("([a-z]+)"\)/gm)].map((match) => match[1]!);
}

/** The words between quotation marks in the rules of the language's own grammar. */
function keywords(): string[] {
  const rules = readFileSync(join(language, 'src/main/java/surety/language/Sure.xtext'), 'utf8');
  const parser = rules.slice(0, rules.indexOf('terminal ')).replace(/\/\*[^]*?\*\//g, '');
  return [...new Set([...parser.matchAll(/'([A-Za-z]+)'/g)].map((match) => match[1]!))];
}

/** What a second, plainer reading of a text expects. */
function* expected(text: string): Generator<[offset: number, part: string, scope: RegExp]> {
  const words = new Set([...keywords(), ...functions()]);
  const lexer =
    /(?<comment>\/\/[^\n]*|\/\*[^]*?\*\/)|(?<string>"[^"\n]*")|(?<number>\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|(?<word>\w+)|(?<sign>[^\s\w])/g;
  for (const match of text.matchAll(lexer)) {
    const { comment, string, number, word } = match.groups!;
    const scope = comment
      ? /^comment\./
      : string
        ? /^string\.quoted/
        : number
          ? /^constant\.numeric/
          : word
            ? words.has(word)
              ? /^(keyword|storage|constant\.language|support\.function\.probability)\b/
              : /^(variable|entity\.name|support\.function\.distribution|constant\.language|keyword\.other\.(?:unit|cross))\b/
            : /^(punctuation|keyword\.operator|constant\.language\.unknown)\b/;
    yield [match.index, match[0], scope];
  }
}

test('there are samples and keywords to compare with', () => {
  assert.ok(samples().length >= 4);
  assert.ok(keywords().length >= 15, keywords().join());
  assert.ok(functions().length >= 13, functions().join());
});

test('each part of each sample has the scope that it should have', () => {
  for (const [name, text] of samples()) {
    const all = tokens(text);
    const starts = [0];
    for (const line of text.split('\n')) {
      starts.push(starts.at(-1)! + line.length + 1);
    }
    for (const [offset, part, scope] of expected(text)) {
      const token = all.findLast((one) => starts[one.line]! + one.column <= offset);
      assert.match(token?.scopes[0] ?? 'nothing', scope, `${name}: '${part}' at ${offset}`);
    }
    for (const token of all) {
      const where = `${name}:${token.line + 1}: '${token.text}'`;
      assert.ok(token.scopes.length > 0, `${where} has no scope`);
      assert.doesNotMatch(token.scopes.join(' '), /invalid/, where);
    }
  }
});

test('every keyword of the language is coloured as one', () => {
  const text = `semantics real;
network N = "n.onnx" { input a; output b; }
distribution D for N { a ~ Normal(0, 1) on [-1, 1]; }
property p: P(b > 0) < 1e-2 under D within 1e-3 timeout 60 s;
query q: cdf(b) at 100 points under D;
settings { within 1e-6; threads 2; }
event e = b > 0 and not (a < 1 or argmax(N) in {b, c} and argmin(N) == b);
query u: moments(a, b) under D;
query r: P(max(a, b) > 0 or abs(min(a, b)) < 1 | e) = ? under D;
property s: E(b) + Var(b) * Std(b) - Cov(a, b) / Corr(a, b) < 1 under D;
property t: quantile(b, 0.9) + cvar(b, 0.9) in [0, 1] under D;
constant g = 9.81;
distribution M for N mixture { 0.5: D; 0.5: D; }
distribution K for N {
  (a, c) ~ Kde("s.csv", bandwidth = scott);
  d ~ Normal(0, 1) on [0, inf] given a == 0;
  f ~ Kde("t.csv", bandwidth = silverman);
}
loop L {
  start { x := 0; }
  step { if (x == 0) { x := cos(x) + sin(x); } else if (x == 1) { x := exp(x) * sqrt(2)^2; } else { x := 1; } }
}
query w: E(x[3]) = ? of L;`;
  const coloured = new Set(
    tokens(text)
      .filter((token) =>
        /^(keyword|storage|constant\.language|support\.function\.probability)/.test(token.scopes[0] ?? ''),
      )
      .map((token) => token.text),
  );
  assert.deepEqual(
    [...keywords(), ...functions()].filter((word) => !coloured.has(word)),
    [],
  );
});

const SCOPES: [part: string, scope: RegExp, text: string][] = [
  ['real', /^constant\.language\.semantics/, 'semantics real;'],
  ['Iris', /^entity\.name\.type\.network/, 'network Iris = "iris.onnx";'],
  ['Flowers', /^entity\.name\.type\.distribution/, 'distribution Flowers for Iris {'],
  ['Iris', /^entity\.name\.type\.network/, 'distribution Flowers for Iris {'],
  ['rare', /^entity\.name\.function\.claim/, 'property rare "R1":'],
  ['scores', /^entity\.name\.function\.claim/, 'query scores: cdf(y)'],
  ['Beta', /^support\.function\.distribution/, 'a ~ Beta(2, 3.5);'],
  ['~', /^keyword\.operator\.distributed/, 'a ~ Beta(2, 3.5);'],
  ['3.5', /^constant\.numeric/, 'a ~ Beta(2, 3.5);'],
  ['1.77649e-33', /^constant\.numeric/, 'P(y > 12) < 1.77649e-33 under Noise'],
  ['min', /^keyword\.other\.unit/, 'timeout 5 min;'],
  ['s', /^keyword\.other\.unit/, 'timeout 60s;'],
  ['<=', /^keyword\.operator\.comparison/, 'P(a <= b)'],
  ['?', /^constant\.language\.unknown/, 'P(y > 0) = ? under D'],
  ['points', /^keyword\.other\.points/, 'cdf(y) at 100 points under D'],
  ['x', /^keyword\.other\.cross/, 'cdf(y, z) at 20 x 30 points under D'],
  ['points', /^keyword\.other\.points/, 'cdf(y, z) at 20 x 30 x 40 points under D'],
  ['x', /^keyword\.other\.cross/, 'cdf(y, z) at [0] x [1] under D'],
  ['PROVED', /^comment\S* constant\.language\.verdict/, '; // EXPECT: PROVED'],
  ['EXPECT', /^comment\S* keyword\.other\.expectation/, '; // EXPECT: PROVED'],
  ['danger', /^entity\.name\.function\.event/, 'event danger = y > 0;'],
  ['and', /^keyword\.operator\.logical/, 'P(y > 0 and -y < 1)'],
  ['in', /^keyword\.operator\.in/, 'P(argmax(N) in {a, b})'],
  ['|', /^keyword\.operator\.given/, 'P(y > 0 | x > 0)'],
  ['!=', /^keyword\.operator\.comparison/, 'argmax(A) != argmax(B)'],
  ['.', /^punctuation\.accessor/, 'P(N.y > 0)'],
  ['..', /^keyword\.operator\.range/, 'x[1..2] ~ Uniform(0, 1);'],
  ['and', /^variable\.other/, 'output and, xor;'],
  ['or', /^variable\.other/, 'P(or > 0.5)'],
  ['event', /^variable\.other/, 'input event;'],
  ['settings', /^variable\.other/, 'settings > 0'],
  ['threads', /^keyword\.other\.option/, 'settings { threads 2; }'],
  ['threads', /^variable\.other/, 'threads > 0'],
  ['E', /^variable\.other/, 'input E;'],
  // Words that stand in few places may be names, and names may begin like words.
  ['P', /^variable\.other/, 'input P, cdf;'],
  ['cdf', /^variable\.other/, 'input P, cdf;'],
  ['on', /^variable\.other/, 'input on, at, points;'],
  ['at', /^variable\.other/, 'input on, at, points;'],
  ['points', /^variable\.other/, 'input on, at, points;'],
  ['network_size', /^variable\.other/, 'network_size'],
  ['underline', /^variable\.other/, 'underline'],
  ['s', /^variable\.other/, 's > 0'],
  // Comments and strings do not begin inside each other.
  ['http://x', /^string/, '"http://x"'],
  ['/* no comment */', /^string/, '"/* no comment */"'],
  ['/* no block', /^comment\.line/, '// /* no block\nreal'],
  ['"no string', /^comment\.line/, '//"no string'],
];

test('parts have the scopes that themes know', () => {
  for (const [part, scope, text] of SCOPES) {
    assert.match(scopeOf(part, text), scope, `${part} in ${text}`);
  }
});

test('a comment that is not closed goes to the end, and no further than its end otherwise', () => {
  const open = tokens('real /* never closed\nsemantics real;\n// EXPECT: PROVED\n"text"');
  assert.ok(
    open.slice(1).every((token) => token.scopes[0] === 'comment.block.sure'),
    JSON.stringify(open),
  );
  assert.equal(
    scopeOf('semantics', '/* one\n two */ semantics real;'),
    'keyword.declaration.semantics.sure',
  );
  assert.equal(scopeOf('after', '/* /* no nesting */ after'), 'variable.other.sure');
});

test('a string that is not closed ends with its line and is marked', () => {
  const text = 'network N = "n.onnx\nsemantics real;';
  assert.match(scopeOf('"n.onnx', text), /string\.quoted\.double\.sure invalid\.illegal/);
  assert.equal(scopeOf('semantics', text), 'keyword.declaration.semantics.sure');
});

test('what no specification can contain is marked', () => {
  for (const [part, text] of [
    ['#', 'real # comment'],
    ["'", "'text"],
    ['12abc', 'P(y > 12abc)'],
    ['.', 'P(y > .5)'],
    ['\\', 'a \\ b'],
    ['é', 'input é;'],
  ] as const) {
    assert.match(scopeOf(part, text), /invalid\.illegal/, text);
  }
});

test('texts at the edge', () => {
  assert.deepEqual(tokens(''), []);
  assert.deepEqual(tokens('\uFEFF'), []);
  assert.equal(scopeOf('semantics', '\uFEFFsemantics real;'), 'keyword.declaration.semantics.sure');
  assert.equal(
    scopeOf(' text', 'real; // text\r\nsemantics real;\r\n'),
    'comment.line.double-slash.sure',
  );
  assert.equal(tokens('1 + '.repeat(5000)).length, 10_000);
  assert.ok(
    tokens('"'.repeat(2001)).at(-1)!.scopes.join(' ').includes('invalid.illegal.unclosed-string'),
  );
});
