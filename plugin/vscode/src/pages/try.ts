import type { ToTry } from '../messages';
import type { RunOutcome, RunValue } from '../protocol';
import { listen, make, tell } from './dom';

const title = make('h1');
const inputs = make('table', { class: 'inputs' });
const problem = make('p', { class: 'problem', role: 'alert' });
const outputs = make('div', { role: 'status' });
let fields: HTMLInputElement[] = [];

document.body.append(
  title,
  make(
    'form',
    {
      submit: (event) => {
        event.preventDefault();
        run();
      },
    },
    inputs,
    make(
      'p',
      {},
      make('button', { type: 'submit' }, 'Run'),
      ' ',
      make(
        'button',
        { type: 'button', class: 'secondary', click: () => tell({ kind: 'propose' }) },
        'Propose an Input',
      ),
    ),
  ),
  problem,
  outputs,
);
listen<ToTry>((message) => {
  if (message.kind === 'outcome') {
    show(message.outcome);
  } else {
    outputs.replaceChildren(make('p', {}, 'The text changed.'));
  }
});
tell({ kind: 'ready' });

function run(): void {
  const input = fields.map(({ value }) => value.trim());
  tell(input.length > 0 ? { kind: 'run', input } : { kind: 'propose' });
}

function show(outcome: RunOutcome): void {
  problem.textContent = outcome.problem ?? '';
  if (outcome.problem) {
    outputs.replaceChildren();
    return;
  }
  title.textContent = outcome.title;
  fill(outcome.inputs);
  outputs.replaceChildren(
    make(
      'table',
      {},
      row('th', 'Output', 'Over the reals', 'In float32'),
      ...outcome.outputs.map(({ name, exact, float32 }) => row('td', name, exact, float32 ?? '')),
    ),
    make('p', { class: 'event' }, outcome.event ?? ''),
  );
}

/** What was entered stays as it was written. */
function fill(values: RunValue[]): void {
  if (fields.length !== values.length) {
    fields = values.map(({ name }) => make('input', { type: 'text', 'aria-label': name }));
    inputs.replaceChildren(
      ...values.map(({ name }, i) =>
        make('tr', {}, make('th', { scope: 'row' }, name), make('td', {}, fields[i]!)),
      ),
    );
  }
  values.forEach(({ exact }, i) => {
    fields[i]!.value = exact;
  });
}

function row(tag: 'th' | 'td', ...texts: string[]): HTMLElement {
  return make('tr', {}, ...texts.map((text) => make(tag, {}, text)));
}
