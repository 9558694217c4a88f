// The packed extension in a real VS Code: what somebody sees who uses it, step after step.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test as nodeTest } from 'node:test';
import { root } from '../places';
import type { Shown } from './probe';
import { Workbench } from './workbench';

const FILE = 'iris.sure';
const RARE = 'P(setosa > 12) < 1e-2';
const ALL_DONE = /4 proved, 1 violated, 1 undecided, 2 answered/;
const SMALL = `semantics real;
network Iris = "iris-relu.onnx" {
  input  sepal_length, sepal_width;
  output setosa, versicolor, virginica;
}
distribution Flowers for Iris {
  sepal_length ~ Beta(2, 2);
  sepal_width  ~ Beta(3, 2);
}
property never: P(setosa > 15) <= 0 under Flowers;
`;
const MEASURED = `semantics real;
network Iris = "iris-relu.onnx" {
  input  sepal_length, sepal_width;
  output setosa, versicolor, virginica;
}
distribution Measured for Iris {
  sepal_length ~ Histogram("load.csv");
  sepal_width  ~ Uniform(0, 1);
}
distribution Flowers for Iris {
  sepal_length ~ Beta(2, 2);
  sepal_width  ~ Beta(3, 2);
}
property load: P(setosa > 1000) <= 1e-3 under Measured;
property width: P(setosa > 15) <= 0 under Flowers;
`;
let workbench: Workbench;

before(async () => {
  workbench = new Workbench();
  const target = join(root, 'target');
  const vsix = readdirSync(target).find((name) => name.endsWith('.vsix'))!;
  await workbench.start(join(target, vsix));
});

after(() => workbench?.end());

let broken = false;

/** A step after another; where one fails, those after it cannot be tried. */
function test(name: string, step: () => Promise<void>): void {
  nodeTest(name, async (context) => {
    if (broken) {
      return context.skip('a step before it failed');
    }
    broken = true;
    await step().catch(async (error: unknown) => {
      await workbench.picture(`failed-${name}`);
      throw error;
    });
    broken = false;
  });
}

/** The icon beside a property, by what its line contains. */
function iconAt({ icons }: Pick<Shown, 'icons'>, words: string): string | undefined {
  return icons.find(({ line }) => line.includes(words))?.icon;
}

function wordsAt({ words }: Pick<Shown, 'words'>, line: string): string {
  return words
    .filter((one) => one.line.includes(line))
    .map(({ text }) => text)
    .join();
}

function row({ tests }: Shown, label: string): Shown['tests'][number] | undefined {
  return tests.find((one) => one.label.includes(label));
}

test('what was never verified is not verified, and nothing else', async () => {
  await workbench.open(FILE);
  const shown = await workbench.see(
    'icons and lenses',
    (now) =>
      Boolean(
        iconAt(now, 'property rare') && now.lenses.some((lens) => lens.startsWith('Verify')),
      ) && now,
  );
  assert.equal(iconAt(shown, 'property rare'), 'unverified');
  assert.equal(wordsAt(shown, RARE), 'not verified');
  await workbench.see('the summary', ({ status }) => /8 not verified/.test(status));
  await workbench.picture('1-opened');
});

test('verified, each state is in the gutter and behind its property, and no glyph of a test over it', async () => {
  const recorded = await workbench.record();
  await workbench.command('Surety: Verify All');
  const shown = await workbench.see(
    'all results',
    (now) =>
      ALL_DONE.test(now.status) &&
      now.lenses.some((lens) => lens.includes('Show band')) &&
      !now.lenses.some((lens) => lens.includes('Cancel')) &&
      now,
  );
  const done = (await recorded()).filter(({ status }) => ALL_DONE.test(status));
  const cancels = done.filter(({ lenses }) => lenses.some((lens) => lens.includes('Cancel')));
  const stood = cancels.length > 0 ? cancels.at(-1)!.at - done[0]!.at : 0;
  console.error(`Cancel stood for ${stood} ms after the last result`);
  assert.equal(iconAt(shown, 'property rare'), 'proved');
  assert.match(wordsAt(shown, RARE), /^proved, \[0\.00213/);
  assert.equal(shown.glyphs, 0);
  assert.ok(!/proved|violated|stale/.test(shown.lenses.join()), 'lenses say what can be done');
  await workbench.picture('2-verified');
  await workbench.goBehind(FILE, 'query scores');
  await workbench.see('the other states', (now) => iconAt(now, 'property frequent') === 'violated');
  const below = await workbench.shown();
  assert.equal(iconAt(below, 'property coarse'), 'undecided');
  assert.equal(iconAt(below, 'query scores'), 'answered');
  await workbench.picture('3-verified-below');
});

test('the Testing panel tells the states apart, with titles', async () => {
  await workbench.command('Testing: Focus on Test Explorer View');
  await workbench.see('the file', ({ tests }) => tests.some(({ label }) => label.includes(FILE)));
  await workbench.expand(FILE);
  const shown = await workbench.see(
    'the properties',
    (now) => row(now, 'R5: a setosa score') && now,
  );
  await workbench.picture('4-testing');
  assert.match(row(shown, 'rare')!.icon, /passed/);
  assert.match(row(shown, 'frequent')!.icon, /failed/);
  assert.match(row(shown, 'coarse')!.icon, /skipped/);
  assert.match(row(shown, 'rare')!.label, /R1: a very high setosa score is rare/);
});

test('an edit takes back the tick at once, everywhere; undone, it is back', async () => {
  await workbench.open(FILE);
  await workbench.goBehind(FILE, RARE);
  const recorded = await workbench.record();
  await workbench.page.keyboard.type('9');
  await workbench.see(
    'stale',
    (now) => iconAt(now, 'property rare') === 'stale' && /3 proved/.test(now.status),
  );
  await new Promise((resolve) => setTimeout(resolve, 1500));
  const moments = await recorded();
  const changed = moments.filter(({ lines }) => lines.some((line) => line.includes('1e-29')));
  const wrong = changed.filter(
    (moment) =>
      iconAt(moment, 'property rare') === 'proved' || /proved/.test(wordsAt(moment, 'setosa > 12')),
  );
  const late = wrong.length > 0 ? wrong.at(-1)!.at - changed[0]!.at : 0;
  console.error(
    `the old verdict was seen in ${wrong.length} of ${changed.length} frames, for ${late.toFixed(0)} ms`,
  );
  assert.ok(late < 1000, `${late} ms`);
  const shown = await workbench.shown();
  await workbench.picture('5-edited');
  assert.equal(wordsAt(shown, '1e-29'), 'stale');
  assert.equal(iconAt(shown, 'property low'), 'proved', 'what is not touched stays');
  assert.equal(shown.glyphs, 0);
  await workbench.see(
    'no result in the panel',
    (now) => !/passed|failed/.test(row(now, 'rare')?.icon ?? 'passed'),
  );
  await workbench.press('Control', 'KeyZ');
  await workbench.see(
    'the old result',
    (now) => iconAt(now, 'property rare') === 'proved' && ALL_DONE.test(now.status),
  );
});

test('an edit of what all rest on takes back all', async () => {
  await workbench.goBehind(FILE, 'sepal_width  ~ Beta(3');
  await workbench.page.keyboard.type('1');
  // the status bar is drawn at once, the icons with the next frame
  const shown = await workbench.see(
    'all stale',
    (now) => /8 stale/.test(now.status) && now.icons.every(({ icon }) => icon === 'stale') && now,
  );
  assert.ok(shown.icons.length > 0);
  await workbench.see(
    'a panel without results',
    ({ tests }) => !tests.some(({ icon }) => /passed|failed/.test(icon)),
  );
  await workbench.picture('6-all-stale');
  await workbench.press('Control', 'KeyZ');
  await workbench.see('the old results', (now) => ALL_DONE.test(now.status));
});

test('after a restart an edit that was not saved is no proved one', async () => {
  await workbench.goBehind(FILE, RARE);
  await workbench.page.keyboard.type('9');
  await workbench.see('stale', (now) => iconAt(now, 'property rare') === 'stale');
  await new Promise((resolve) => setTimeout(resolve, 2500)); // VS Code keeps a copy after a second.
  await workbench.load();
  const recorded = await workbench.record();
  await workbench.see('the others, found again', (now) => iconAt(now, 'property low') === 'proved');
  const shown = await workbench.shown();
  await workbench.picture('7-restarted');
  assert.ok(shown.lines.some((line) => line.includes('1e-29')));
  assert.ok(!(await recorded()).some((moment) => iconAt(moment, 'property rare') === 'proved'));
  await workbench.command('File: Revert File');
  await workbench.see(
    'the file',
    (now) => ALL_DONE.test(now.status) && iconAt(now, 'property rare') === 'proved',
  );
});

/** Whether anything on the screen still says how a property of the Iris example stood. */
function saysOld(now: Shown): boolean {
  return (
    now.icons.some(({ icon }) => /proved|violated|undecided|answered|failed/.test(icon)) ||
    now.words.some(({ text }) => /^(proved|violated|undecided|answered)/.test(text)) ||
    /proved|violated|undecided|answered/.test(now.status) ||
    now.tests.some(
      ({ icon, label, depth }) =>
        (depth === '2' && /skipped/.test(icon)) ||
        ((depth === '2' || label.includes(FILE)) &&
          /passed|failed|proved|violated|undecided|answered/.test(`${icon} ${label}`)),
    )
  );
}

/** A file is changed, not through VS Code; how long the old verdicts stay, in milliseconds. */
async function changeOutside(name: string, content: string | Buffer): Promise<number> {
  const recorded = await workbench.record();
  const begin = Date.now();
  workbench.write(name, content);
  await workbench.see('nothing old', (now) => !saysOld(now));
  await new Promise((resolve) => setTimeout(resolve, 3000));
  const old = (await recorded()).filter((moment) => moment.at >= begin && saysOld(moment));
  const late = old.length > 0 ? old.at(-1)!.at - begin : 0;
  console.error(`${name} changed, and the old verdicts stood for ${late} ms`);
  return late;
}

test('a network that others change takes back all, everywhere; changed back, all is back', async () => {
  const network = workbench.bytes('iris-relu.onnx');
  const other = Buffer.from(network);
  const weight = Math.floor(other.length / 2);
  other[weight] = other[weight]! ^ 1;
  await workbench.command('Testing: Focus on Test Explorer View');
  await workbench.expand(FILE);
  await workbench.open(FILE);
  await workbench.goBehind(FILE, 'query scores');
  await workbench.command('Surety: Show Band');
  const band = await workbench.pane('#picture[src]');
  const proven = await band.property('#picture', 'alt');
  assert.match(proven, /Answered/);
  await workbench.see(
    'squiggles of what is violated',
    (now) => iconAt(now, 'property frequent') === 'violated' && now.squiggles > 0,
  );
  const late = await changeOutside('iris-relu.onnx', other);
  assert.ok(late < 5000, `${late} ms`);
  const shown = await workbench.shown();
  await workbench.picture('24-network-changed');
  assert.equal(iconAt(shown, 'property frequent'), 'stale');
  assert.equal(shown.squiggles, 0);
  assert.match(shown.status, /8 stale/);
  assert.ok(row(shown, 'frequent'), 'the Testing panel is in sight');
  assert.doesNotMatch(await band.property('#picture', 'alt'), /Answered/);
  workbench.write('iris-relu.onnx', network.subarray(0, weight));
  const broken = await workbench.see('errors', (now) => /errors/.test(now.status) && now);
  assert.ok(!saysOld(broken));
  workbench.write('iris-relu.onnx', network);
  await workbench.see(
    'the old results',
    (now) => ALL_DONE.test(now.status) && iconAt(now, 'property frequent') === 'violated',
  );
  await workbench.command('View: Close All Editors');
});

test('a histogram that others change takes back what rests on it, and no more', async () => {
  workbench.write('load.csv', 'lower,upper,weight\n0,1,0.5\n1,2,0.5\n');
  workbench.write('measured.sure', MEASURED);
  await workbench.open('measured.sure');
  await workbench.see('the states', (now) => iconAt(now, 'property load') === 'unverified');
  await workbench.command('Surety: Verify All');
  await workbench.see('the results', (now) => /2 proved/.test(now.status));
  workbench.write('load.csv', 'lower,upper,weight\n0,1,0.25\n1,2,0.75\n');
  const shown = await workbench.see(
    'the state, everywhere',
    (now) =>
      iconAt(now, 'property load') === 'stale' &&
      wordsAt(now, 'property load') === 'stale' &&
      /1 stale, 1 proved/.test(now.status) &&
      now,
  );
  await workbench.picture('25-histogram-changed');
  assert.equal(iconAt(shown, 'property width'), 'proved');
  await workbench.command('View: Close All Editors');
});

test('with onSave an edit verifies nothing, and saving it does', async () => {
  workbench.write('saved.sure', SMALL);
  // The groups show that the settings have arrived.
  workbench.prefer({ 'surety.verify': 'onSave', 'surety.groupBy': 'title' });
  await workbench.open('saved.sure');
  await workbench.command('Testing: Focus on Test Explorer View');
  await workbench.see('groups', (now) =>
    now.tests.some(({ label, depth }) => /^R1/.test(label) && depth === '1'),
  );
  await workbench.open('saved.sure');
  await workbench.see('the state', (now) => iconAt(now, 'property never') === 'unverified');
  await workbench.goBehind('saved.sure', 'setosa > 15');
  await workbench.page.keyboard.type('0');
  await new Promise((resolve) => setTimeout(resolve, 2000));
  const edited = await workbench.shown();
  assert.ok(edited.lines.some((line) => line.includes('setosa > 150')));
  assert.notEqual(iconAt(edited, 'property never'), 'proved');
  await workbench.press('Control', 'KeyS');
  await workbench.see('the result', (now) => iconAt(now, 'property never') === 'proved');
  await workbench.picture('26-saved');
  assert.match(workbench.read('saved.sure'), /setosa > 150/);
  workbench.prefer({});
  await workbench.see('files', (now) => row(now, FILE));
  await workbench.command('View: Close All Editors');
});

test('tests are gathered by title and filtered by it', async () => {
  await workbench.command('Surety: Group by Title');
  await workbench.command('Testing: Focus on Test Explorer View');
  await workbench.see('groups', (now) =>
    now.tests.some(({ label, depth }) => /^R1/.test(label) && depth === '1'),
  );
  await workbench.picture('8-by-title');
  await workbench.command('Surety: Group by File');
  await workbench.see('the file', (now) => row(now, FILE));
  const filter = await workbench.page.waitForSelector(
    '.testing-filter-action-item .view-line, .testing-filter-wrapper .view-line',
  );
  await filter!.click();
  await workbench.page.keyboard.type('high setosa');
  await workbench.see(
    'the one',
    ({ tests }) => tests.length === 2 && tests.some(({ label }) => label.includes('rare')),
  );
  await workbench.picture('9-filtered');
  await workbench.page.keyboard.down('Control');
  await workbench.page.keyboard.press('KeyA');
  await workbench.page.keyboard.up('Control');
  await workbench.page.keyboard.press('Backspace');
});

test('where there is nothing to draw, words say so once', async () => {
  workbench.write('small.sure', SMALL);
  await workbench.open('small.sure');
  await workbench.goBehind('small.sure', 'property never');
  await workbench.see('the state', (now) => iconAt(now, 'property never') === 'unverified');
  await workbench.command('Surety: Show Band');
  const pane = await workbench.pane('#note');
  await pane.says('#note', /nothing to draw of never yet; it is not verified/);
  await workbench.picture('10-band-empty');
  assert.equal(await pane.property('#picture', 'offsetWidth'), '0');
});

test('verifying all says when there is nothing to do', async () => {
  await workbench.open('small.sure');
  await workbench.command('Surety: Verify All');
  await workbench.see('the result', (now) => iconAt(now, 'property never') === 'proved');
  await workbench.command('Surety: Verify All');
  await workbench.see('the words', ({ notifications }) =>
    /verified already: 1 proved/.test(notifications.join()),
  );
  await workbench.picture('11-everything-verified');
  await workbench.command('Notifications: Clear All Notifications');
});

test('a declaration is offered where one may begin, and not in a distribution', async () => {
  await workbench.open('small.sure');
  const offers = async (behind: string, typed: string, name: string): Promise<string> => {
    await workbench.goBehind('small.sure', behind);
    await workbench.page.keyboard.type(typed);
    await workbench.press('Control', 'Space');
    await workbench.page.waitForSelector('.suggest-widget.visible .monaco-list-row');
    const labels = await workbench.page.$$eval('.suggest-widget .monaco-list-row', (rows) =>
      rows.map((one) => one.getAttribute('aria-label') ?? ''),
    );
    await workbench.picture(name);
    await workbench.page.keyboard.press('Escape');
    await workbench.command('File: Revert File');
    return labels.join('; ');
  };
  const inside = await offers('sepal_width  ~', ' ', '12-offers-of-distributions');
  assert.match(inside, /Beta/);
  assert.doesNotMatch(inside, /network|property|query/);
  assert.match(await offers('under Flowers;', '\npro', '13-offers'), /property/);
});

test('a network says what it is, and offers a specification', async () => {
  await workbench.open('iris-relu.onnx');
  const pane = await workbench.pane('.description');
  assert.match(await pane.text('body'), /2 inputs, 3 outputs/);
  await workbench.picture('14-network');
  await pane.click('button');
});

test('a form makes a specification; what is wrong is said at once, and nothing is lost', async () => {
  let pane = await workbench.pane('[data-field="network"]');
  const problem = (field: string): string => `[data-field="${field}"] + .problem`;
  await pane.says('.preview', /semantics real/);
  await workbench.picture('15-wizard');
  await pane.enter('[data-field="input 1"]', 'Gauss(0, 1)');
  await pane.says(problem('input 1'), /Gauss/);
  await workbench.picture('16-wizard-problem');
  assert.equal(await pane.text(problem('input 2')), '');
  await pane.enter('[data-field="input 1"]', 'Beta(2, 2)');
  await pane.says(problem('input 1'), /^$/);
  await pane.enter('[data-field="name"]', 'seldom');
  await pane.says('.preview', /seldom/);
  await pane.click('button');
  const box = '.quick-input-widget';
  await workbench.page.waitForSelector(box, { visible: true });
  await workbench.page.keyboard.press('Escape');
  await workbench.page.waitForSelector(box, { hidden: true });
  assert.equal(await pane.property('[data-field="name"]', 'value'), 'seldom');
  await workbench.command('View: Revert and Close Editor');
  await workbench.open('iris-relu.onnx');
  await (await workbench.pane('.description + p button')).click('button');
  pane = await workbench.pane('[data-field="network"]');
  await pane.says('.preview', /seldom/);
  assert.equal(await pane.property('[data-field="name"]', 'value'), 'seldom');
  await pane.click('button');
  await workbench.page.waitForSelector(`${box} input:focus`, { visible: true });
  await workbench.picture('17-wizard-save');
  await workbench.page.keyboard.press('Enter');
  await workbench.see(
    'the specification',
    (now) => iconAt(now, 'property seldom') === 'unverified',
  );
  await workbench.picture('18-created');
  assert.match(workbench.read('iris-relu.sure'), /Beta\(2, 2\)/);
});

test('an input is tried, that of the server first', async () => {
  await workbench.open(FILE);
  await workbench.goBehind(FILE, 'property frequent');
  await workbench.command('Surety: Try an Input');
  const pane = await workbench.pane('form input[aria-label="sepal_width"]');
  await pane.says('[role=status]', /virginica/);
  await workbench.picture('19-try-input');
  await pane.enter('input[aria-label="sepal_width"]', 'many');
  await workbench.page.keyboard.press('Enter');
  await pane.says('.problem', /many/);
  await workbench.picture('20-try-wrong-input');
});

test('a band, in a light and a dark theme and in high contrast', async () => {
  await workbench.command('View: Close All Editors');
  await workbench.open(FILE);
  await workbench.goBehind(FILE, 'query scores');
  await workbench.command('Surety: Show Band');
  const pane = await workbench.pane('#picture[src]');
  let last = '';
  const another = async (name: string): Promise<void> => {
    last = await workbench.until('another picture', async () => {
      const source = await pane.property('#picture', 'src');
      return source !== last && source;
    });
    await workbench.picture(name);
  };
  await another('21-band');
  await workbench.theme('Dark Modern');
  await workbench.page.waitForSelector('.monaco-workbench.vs-dark');
  await another('22-band-dark');
  await workbench.theme('Dark High Contrast');
  await workbench.page.waitForSelector('.monaco-workbench.hc-black');
  await another('23-band-high-contrast');
});
