import type { Entered, ToWizard, WizardChecked, WizardStart } from '../messages';
import { problemsByField } from '../problems';
import { afterQuiet, html, listen, make, tell } from './dom';

const QUIET_MS = 150;
const FAMILIES = [
  'Uniform(0, 1)',
  'Normal(0, 1) on [-3, 3]',
  'Normal(0, 1)',
  'Beta(2, 2)',
  'Triangular(0, 1/2, 1)',
  '= 0',
];

let form: Form | undefined;

listen<ToWizard>((message) => {
  if (message.kind === 'start') {
    form = new Form(message);
  } else {
    form?.show(message);
  }
});
tell({ kind: 'ready' });

/** A field, and the place for what is wrong with it. */
interface Field {
  input: HTMLInputElement;
  problem: HTMLElement;
}

/** All choices at once; each is checked by the server as it is entered. */
class Form {
  private readonly fields = new Map<string, Field>();
  private readonly rest = make('p', { class: 'problem', role: 'alert' });
  private readonly preview = make('pre', { class: 'preview', tabindex: '0' });
  private readonly create = make('button', { click: () => tell({ kind: 'create' }) }, 'Create...');
  private readonly changed = afterQuiet(QUIET_MS, () => this.send());
  private serial = 0;

  constructor(private readonly start: WizardStart) {
    const { entered } = start;
    const title = `New specification of ${start.file}`;
    document.body.replaceChildren(
      make('h1', {}, title),
      make('details', {}, make('summary', {}, 'What the network is'), html(start.description)),
      this.field('network', 'Name of the network', entered.networkName),
      this.inputs(),
      ...(start.namesOutputs
        ? [this.field('outputs', 'Names of its outputs, in their order', entered.outputs)]
        : []),
      make('h2', {}, 'A first property'),
      this.field('name', 'Name', entered.propertyName),
      this.field('title', 'What it requires, in words', entered.propertyTitle),
      this.field('property', 'What it requires', entered.property),
      this.rest,
      make('p', {}, this.create, ' ', this.again()),
      make('h2', {}, 'The specification'),
      this.preview,
      make(
        'datalist',
        { id: 'families' },
        ...FAMILIES.map((family) => make('option', { value: family })),
      ),
    );
    this.send();
  }

  show({ text, problems, serial }: WizardChecked): void {
    if (serial !== this.serial) {
      return;
    }
    const byField = problemsByField(problems, [...this.fields.keys()]);
    for (const [name, { input, problem }] of this.fields) {
      const said = byField.get(name) ?? '';
      problem.textContent = said;
      input.setAttribute('aria-invalid', String(said !== ''));
    }
    this.rest.textContent = byField.get('') ?? '';
    this.preview.textContent = text;
    this.create.disabled = text === '';
    this.create.textContent = problems.length > 0 ? 'Create It with These Errors...' : 'Create...';
  }

  private again(): HTMLElement {
    return make(
      'button',
      { class: 'secondary', click: () => tell({ kind: 'again' }) },
      'Start Over',
    );
  }

  private inputs(): HTMLElement {
    const { entered, inputs } = this.start;
    if (entered.inputs.length === 0) {
      return this.field(
        'input',
        `Distribution of each of the ${inputs} inputs`,
        entered.distributions[0]!,
        true,
      );
    }
    const rows = entered.inputs.map((name, i) =>
      make(
        'tr',
        {},
        make('td', {}, this.bare(`name of input ${i + 1}`, `Name of input ${i + 1}`, name)),
        make(
          'td',
          {},
          this.bare(
            `input ${i + 1}`,
            `Distribution of input ${i + 1}`,
            entered.distributions[i]!,
            true,
          ),
        ),
      ),
    );
    const head = make(
      'tr',
      {},
      make('th', { scope: 'col' }, 'Input'),
      make('th', { scope: 'col' }, 'Distribution, or a fixed value such as = 1.5'),
    );
    return make('table', { class: 'inputs' }, head, ...rows);
  }

  private field(name: string, label: string, value: string, hasFamilies = false): HTMLElement {
    return make('label', {}, label, this.bare(name, label, value, hasFamilies));
  }

  private bare(name: string, label: string, value: string, hasFamilies = false): HTMLElement {
    const families: Record<string, string> = hasFamilies ? { list: 'families' } : {};
    const input = make('input', {
      type: 'text',
      spellcheck: 'false',
      'aria-label': label,
      'data-field': name,
      value,
      input: () => this.changed(),
      ...families,
    });
    const problem = make('span', { class: 'problem', role: 'alert' });
    this.fields.set(name, { input, problem });
    return make('span', { class: 'field' }, input, problem);
  }

  private send(): void {
    this.serial++;
    tell({ kind: 'entered', entered: this.entered(), serial: this.serial });
  }

  private entered(): Entered {
    const value = (name: string): string => this.fields.get(name)?.input.value ?? '';
    const { inputs } = this.start.entered;
    return {
      networkName: value('network'),
      inputs: inputs.map((_, i) => value(`name of input ${i + 1}`)),
      distributions:
        inputs.length > 0 ? inputs.map((_, i) => value(`input ${i + 1}`)) : [value('input')],
      outputs: value('outputs'),
      propertyName: value('name'),
      propertyTitle: value('title'),
      property: value('property'),
    };
  }
}
