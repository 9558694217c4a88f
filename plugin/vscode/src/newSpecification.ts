import * as vscode from 'vscode';
import type { Entered, FromWizard, ToWizard } from './messages';
import { page, pagesFolder, rendered } from './page';
import {
  type InputChoice,
  NETWORK,
  NEW_SPECIFICATION,
  type NetworkSummary,
  type NewSpecification,
  type NewSpecificationParams,
  type Server,
} from './protocol';

/** Beyond these, the proposed names and one distribution for all: nobody fills in a hundred lines. */
const MOST_LINES = 12;
const FIRST_GUESS = 'Uniform(0, 1)';
const TITLE = 'New specification';

/** Forms for new specifications, one for each network; what was entered outlives its form. */
export class Wizards implements vscode.Disposable {
  private readonly open = new Map<string, Wizard>();
  private readonly entered = new Map<string, Entered>();

  constructor(
    private readonly server: Server,
    private readonly extension: vscode.Uri,
  ) {}

  async show(network?: vscode.Uri): Promise<void> {
    const file = network ?? (await pickNetwork());
    if (!file) {
      return;
    }
    const key = file.toString();
    const open = this.open.get(key);
    if (open) {
      open.reveal();
      return;
    }
    try {
      const summary = await this.server.request<NetworkSummary>(NETWORK, { uri: key });
      const wizard = new Wizard(this.server, this.extension, file, summary, this.entered);
      this.open.set(key, wizard);
      wizard.whenClosed(() => this.open.delete(key));
    } catch (error) {
      complain(error);
    }
  }

  dispose(): void {
    [...this.open.values()].forEach((one) => one.dispose());
  }
}

class Wizard implements vscode.Disposable {
  private readonly panel: vscode.WebviewPanel;
  private readonly key: string;
  private place: vscode.Uri;

  constructor(
    private readonly server: Server,
    extension: vscode.Uri,
    private readonly network: vscode.Uri,
    private readonly summary: NetworkSummary,
    /** What was entered, by network. */
    private readonly memory: Map<string, Entered>,
  ) {
    this.key = network.toString();
    this.place = network.with({ path: network.path.replace(/(\.onnx|\.nnet)?$/i, '.sure') });
    this.panel = vscode.window.createWebviewPanel(
      'surety.newSpecification',
      TITLE,
      vscode.ViewColumn.Active,
      {
        enableScripts: true,
        retainContextWhenHidden: true,
        localResourceRoots: [pagesFolder(extension)],
      },
    );
    this.panel.webview.onDidReceiveMessage((message: FromWizard) => this.hear(message));
    this.panel.webview.html = page(this.panel.webview, extension, 'wizard');
  }

  reveal(): void {
    this.panel.reveal();
  }

  dispose(): void {
    this.panel.dispose();
  }

  whenClosed(forget: () => void): void {
    this.panel.onDidDispose(forget);
  }

  private async hear(message: FromWizard): Promise<void> {
    switch (message.kind) {
      case 'ready':
        return this.start();
      case 'again':
        this.memory.delete(this.key);
        return this.start();
      case 'entered':
        this.memory.set(this.key, message.entered);
        return this.check(message.entered, message.serial);
      case 'create':
        return this.create().catch(complain);
    }
  }

  private async start(): Promise<void> {
    const { inputs, outputs, description } = this.summary;
    this.tell({
      kind: 'start',
      file: baseName(this.network),
      description: await rendered(description),
      entered: this.memory.get(this.key) ?? proposed(this.summary),
      inputs: inputs.length,
      namesOutputs: outputs.length <= MOST_LINES,
    });
  }

  private async check(entered: Entered, serial: number): Promise<void> {
    const { text, problems } = await this.made(entered, this.place).catch((error: unknown) => ({
      text: '',
      problems: [words(error)],
    }));
    this.tell({ kind: 'checked', text, problems: placed(problems, entered), serial });
  }

  /** What was entered stays where it is when the place is not chosen, or nothing can be written. */
  private async create(): Promise<void> {
    const entered = this.memory.get(this.key) ?? proposed(this.summary);
    const saved = await vscode.window.showSaveDialog({
      title: `${TITLE}: save as`,
      filters: { 'Surety specifications': ['sure'] },
      defaultUri: this.place,
    });
    if (!saved) {
      return;
    }
    this.place = saved;
    const { text, problems } = await this.made(entered, saved);
    if (text) {
      await vscode.workspace.fs.writeFile(saved, new TextEncoder().encode(text));
      this.memory.delete(this.key);
      this.panel.dispose();
      await vscode.window.showTextDocument(saved);
    } else {
      void vscode.window.showErrorMessage(`No specification was written: ${problems.join('; ')}`);
    }
  }

  private made(entered: Entered, place: vscode.Uri): Promise<NewSpecification> {
    const params: NewSpecificationParams = {
      uri: place.toString(),
      networkUri: this.key,
      networkName: entered.networkName,
      inputs: inputs(entered, this.summary),
      outputs: outputs(entered, this.summary),
      propertyName: entered.propertyName,
      propertyTitle: entered.propertyTitle,
      property: entered.property,
    };
    return this.server.request<NewSpecification>(NEW_SPECIFICATION, params);
  }

  private tell(message: ToWizard): void {
    void this.panel.webview.postMessage(message);
  }
}

function proposed({ name, inputs, outputs }: NetworkSummary): Entered {
  const shown = inputs.length <= MOST_LINES ? inputs : [];
  return {
    networkName: name,
    inputs: shown,
    distributions: shown.length > 0 ? shown.map(() => FIRST_GUESS) : [FIRST_GUESS],
    outputs: outputs.length <= MOST_LINES ? outputs.join(', ') : '',
    propertyName: 'first',
    propertyTitle: 'R1: what is required',
    property: `P(${outputs[0] ?? 'y[0]'} > 0.5) < 1e-2`,
  };
}

function inputs(entered: Entered, summary: NetworkSummary): InputChoice[] {
  return entered.inputs.length > 0
    ? entered.inputs.map((name, i) => ({ name, distribution: entered.distributions[i] ?? '' }))
    : summary.inputs.map((name) => ({ name, distribution: entered.distributions[0] ?? '' }));
}

function outputs(entered: Entered, summary: NetworkSummary): string[] {
  return summary.outputs.length <= MOST_LINES
    ? entered.outputs.split(/[\s,]+/).filter(Boolean)
    : summary.outputs;
}

/** The server names an input by its name, the form by its place. */
function placed(problems: string[], entered: Entered): string[] {
  const seen = new Set<string>();
  return problems.flatMap((problem) => {
    const [, field, rest] = /^([^:]*): ([^]*)$/.exec(problem) ?? [];
    const named = field === undefined ? problem : `${fieldOf(field, entered)}: ${rest}`;
    return seen.has(named) ? [] : [...seen.add(named)].slice(-1);
  });
}

function fieldOf(field: string, { inputs }: Entered): string {
  if (/^name of output \d+$/.test(field)) {
    return 'outputs';
  }
  if (field === 'query') {
    return 'property';
  }
  const name = /^input (.*)$/.exec(field)?.[1];
  if (name === undefined) {
    return field;
  }
  return inputs.length === 0 ? 'input' : `input ${inputs.indexOf(name) + 1}`;
}

async function pickNetwork(): Promise<vscode.Uri | undefined> {
  const picked = await vscode.window.showOpenDialog({
    title: `${TITLE}: which network?`,
    filters: { Networks: ['onnx', 'nnet'] },
  });
  return picked?.[0];
}

function baseName(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

function words(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function complain(error: unknown): void {
  void vscode.window.showErrorMessage(words(error));
}
