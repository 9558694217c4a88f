// A double of the part of VS Code's interface that the client uses. It records what it is told;
// it decides nothing. What it does not have, the client must not use.
import { Utils, URI } from 'vscode-uri';

export class Disposable {
  constructor(private readonly end: () => void = () => {}) {}
  dispose(): void {
    this.end();
  }
  static from(...all: { dispose(): void }[]): Disposable {
    return new Disposable(() => all.forEach((one) => one.dispose()));
  }
}

export class EventEmitter<T> {
  readonly listeners = new Set<(event: T) => unknown>();
  readonly event = (listener: (event: T) => unknown, self?: unknown): Disposable => {
    const bound = self ? listener.bind(self) : listener;
    this.listeners.add(bound);
    return new Disposable(() => this.listeners.delete(bound));
  };
  fire(event: T): void {
    [...this.listeners].forEach((listener) => listener(event));
  }
  dispose(): void {
    this.listeners.clear();
  }
}

export class CancellationTokenSource {
  private readonly emitter = new EventEmitter<void>();
  readonly token = {
    isCancellationRequested: false,
    onCancellationRequested: this.emitter.event,
  };
  cancel(): void {
    this.token.isCancellationRequested = true;
    this.emitter.fire();
  }
  dispose(): void {}
}

export class Position {
  constructor(
    readonly line: number,
    readonly character: number,
  ) {}
}

export class Range {
  readonly start: Position;
  readonly end: Position;
  constructor(
    line: number | Position,
    character: number | Position,
    endLine?: number,
    endCharacter?: number,
  ) {
    this.start = typeof line === 'number' ? new Position(line, character as number) : line;
    this.end =
      typeof line === 'number' ? new Position(endLine!, endCharacter!) : (character as Position);
  }
}

export class Selection extends Range {
  get active(): Position {
    return this.end;
  }
}

export class Location {
  constructor(
    readonly uri: URI,
    readonly range: Range,
  ) {}
}

export class MarkdownString {
  constructor(public value = '') {}
}

export class ThemeColor {
  constructor(readonly id: string) {}
}

export class TestTag {
  constructor(readonly id: string) {}
}

export class SnippetString {
  constructor(readonly value: string) {}
}

export class CompletionItem {
  insertText?: SnippetString;
  detail?: string;
  constructor(
    readonly label: string,
    readonly kind: number,
  ) {}
}

export class RelativePattern {
  constructor(
    readonly base: URI,
    readonly pattern: string,
  ) {}
}

export class TestMessage {
  location?: Location;
  constructor(readonly message: string | MarkdownString) {}
}

export class TestRunRequest {
  constructor(
    readonly include?: TestItem[],
    readonly exclude?: TestItem[],
  ) {}
}

export const Uri = { parse: URI.parse, file: URI.file, from: URI.from, joinPath: Utils.joinPath };
export const StatusBarAlignment = { Left: 1, Right: 2 };
export const OverviewRulerLane = { Left: 1, Center: 2, Right: 4, Full: 7 };
export const TestRunProfileKind = { Run: 1, Debug: 2, Coverage: 3 };
export const ViewColumn = { Active: -1, Beside: -2 };
export const ColorThemeKind = { Light: 1, Dark: 2, HighContrast: 3, HighContrastLight: 4 };
export const CompletionItemKind = { Snippet: 14 };
export const DecorationRangeBehavior = { OpenOpen: 0, ClosedClosed: 1 };

export class TestItems {
  private readonly all = new Map<string, TestItem>();
  constructor(private readonly parent?: TestItem) {}
  get size(): number {
    return this.all.size;
  }
  get(id: string): TestItem | undefined {
    return this.all.get(id);
  }
  add(item: TestItem): void {
    item.parent = this.parent;
    this.all.set(item.id, item);
  }
  delete(id: string): void {
    this.all.delete(id);
  }
  replace(items: TestItem[]): void {
    this.all.clear();
    items.forEach((item) => this.add(item));
  }
  forEach(callback: (item: TestItem) => void): void {
    [...this.all.values()].forEach((item) => callback(item));
  }
  list(): TestItem[] {
    return [...this.all.values()];
  }
}

export class TestItem {
  parent: TestItem | undefined;
  readonly children = new TestItems(this);
  description?: string;
  error?: string | MarkdownString;
  range?: Range;
  sortText?: string;
  busy = false;
  tags: TestTag[] = [];
  constructor(
    readonly id: string,
    public label: string,
    readonly uri?: URI,
  ) {}
}

export interface TestEvent {
  what: string;
  name: string;
  message?: TestMessage;
  duration?: number;
}

/** A run as the panel would show it. Like VS Code, it takes nothing after its end. */
export class TestRun {
  readonly events: TestEvent[] = [];
  readonly cancellation = new CancellationTokenSource();
  readonly token = this.cancellation.token;
  ended = false;
  constructor(readonly request: TestRunRequest) {}
  enqueued(item: TestItem): void {
    this.record({ what: 'enqueued', name: item.label });
  }
  started(item: TestItem): void {
    this.record({ what: 'started', name: item.label });
  }
  skipped(item: TestItem): void {
    this.record({ what: 'skipped', name: item.label });
  }
  passed(item: TestItem, duration?: number): void {
    this.record({ what: 'passed', name: item.label, duration });
  }
  failed(item: TestItem, message: TestMessage, duration?: number): void {
    this.record({ what: 'failed', name: item.label, message, duration });
  }
  errored(item: TestItem, message: TestMessage, duration?: number): void {
    this.record({ what: 'errored', name: item.label, message, duration });
  }
  end(): void {
    if (this.ended) {
      throw new Error('a run ends once');
    }
    this.ended = true;
  }
  private record(event: TestEvent): void {
    if (this.ended) {
      throw new Error(`'${event.what}' after the end of the run`);
    }
    this.events.push(event);
  }
}

export class TestController {
  readonly items = new TestItems();
  readonly runs: TestRun[] = [];
  readonly invalidated: string[] = [];
  profile?: (request: TestRunRequest, token: CancellationTokenSource['token']) => unknown;
  createRunProfile(_label: string, _kind: number, handler: TestController['profile']): Disposable {
    this.profile = handler;
    return new Disposable();
  }
  createTestItem(id: string, label: string, uri?: URI): TestItem {
    return new TestItem(id, label, uri);
  }
  createTestRun(request: TestRunRequest): TestRun {
    const run = new TestRun(request);
    this.runs.push(run);
    return run;
  }
  invalidateTestResults(item: TestItem): void {
    this.invalidated.push(item.label);
  }
  dispose(): void {}
}

/** A document that somebody writes in. */
export class Document {
  version = 1;
  isDirty = false;
  constructor(
    readonly uri: URI,
    private text = '',
    readonly languageId = 'sure',
  ) {}
  get isUntitled(): boolean {
    return this.uri.scheme === 'untitled';
  }
  getText(range?: Range): string {
    return range
      ? this.text.slice(this.offsetAt(range.start), this.offsetAt(range.end))
      : this.text;
  }
  offsetAt({ line, character }: Position): number {
    const before = this.text.split('\n').slice(0, line);
    return before.reduce((sum, one) => sum + one.length + 1, 0) + character;
  }
  positionAt(offset: number): Position {
    const lines = this.text.slice(0, offset).split('\n');
    return new Position(lines.length - 1, lines.at(-1)!.length);
  }
  /** Somebody writes another text. */
  write(text: string): void {
    const range = new Range(new Position(0, 0), this.positionAt(this.text.length));
    const contentChanges = [{ range, rangeOffset: 0, rangeLength: this.text.length, text }];
    this.text = text;
    this.version++;
    this.isDirty = true;
    events.changeDocument.fire({ document: this, contentChanges });
  }
}

export class TextEditor {
  readonly decorations = new Map<DecorationType, Decoration[]>();
  selection = new Selection(0, 0, 0, 0);
  constructor(readonly document: Document) {}
  setDecorations(type: DecorationType, ranges: Decoration[]): void {
    this.decorations.set(type, ranges);
  }
  /** What stands behind the lines. */
  words(): Record<number, string> {
    const words: Record<number, string> = {};
    for (const one of [...this.decorations.values()].flat()) {
      if ('renderOptions' in one) {
        words[one.range.start.line] = one.renderOptions.after.contentText;
      }
    }
    return words;
  }
  /** Where the icons are, by the names of their files. */
  icons(): Record<string, number[]> {
    const lines: Record<string, number[]> = {};
    for (const [{ options }, decorations] of this.decorations) {
      const ranges = decorations.filter((one): one is Range => one instanceof Range);
      if (options.gutterIconPath && ranges.length > 0) {
        lines[Utils.basename(options.gutterIconPath)] = ranges.map(({ start }) => start.line);
      }
    }
    return lines;
  }
}

type Decoration = Range | { range: Range; renderOptions: { after: { contentText: string } } };

export interface DecorationType {
  options: { gutterIconPath?: URI };
  dispose(): void;
}

export class StatusBarItem {
  text = '';
  tooltip: string | undefined;
  command: string | undefined;
  name: string | undefined;
  backgroundColor: ThemeColor | undefined;
  visible = false;
  show(): void {
    this.visible = true;
  }
  hide(): void {
    this.visible = false;
  }
  dispose(): void {}
}

export class WebviewPanel {
  // The pages have messages of their own kinds.
  readonly posted: any[] = [];
  readonly received = new EventEmitter<unknown>();
  private readonly disposal = new EventEmitter<void>();
  revealed = 0;
  disposed = false;
  readonly webview = {
    html: '',
    options: {} as unknown,
    cspSource: 'source:',
    asWebviewUri: (uri: URI) => uri,
    onDidReceiveMessage: this.received.event,
    postMessage: (message: unknown) => {
      if (this.disposed) {
        throw new Error('a message to a view that is closed');
      }
      this.posted.push(message);
      return Promise.resolve(true);
    },
  };
  readonly onDidDispose = this.disposal.event;
  constructor(
    public title: string,
    readonly options: unknown,
  ) {}
  reveal(): void {
    this.revealed++;
  }
  dispose(): void {
    this.disposed = true;
    this.disposal.fire();
  }
}

export class FileWatcher {
  private readonly changes = new EventEmitter<void>();
  readonly onDidChange = this.changes.event;
  readonly onDidCreate = this.changes.event;
  disposed = false;
  /** The file is written. */
  change(): void {
    this.changes.fire();
  }
  dispose(): void {
    this.disposed = true;
  }
}

/** What was made and shown, and what a user would answer; {@link reset} forgets it all. */
export const recorded = {
  controllers: [] as TestController[],
  statusBarItems: [] as StatusBarItem[],
  panels: [] as WebviewPanel[],
  messages: [] as string[],
  written: new Map<string, string>(),
  shown: [] as string[],
  answers: [] as (string | undefined)[],
  commands: new Map<string, (...args: unknown[]) => unknown>(),
  editors: new Map<string, unknown>(),
  watchers: [] as FileWatcher[],
  settings: {} as Record<string, unknown>,
  openDialog: undefined as URI | undefined,
  saveDialog: undefined as URI | undefined,
};

export const events = {
  visibleTextEditors: new EventEmitter<unknown>(),
  activeTextEditor: new EventEmitter<unknown>(),
  openDocument: new EventEmitter<Document>(),
  changeDocument: new EventEmitter<{ document: Document; contentChanges: unknown[] }>(),
  closeDocument: new EventEmitter<Document>(),
  colorTheme: new EventEmitter<unknown>(),
  configuration: new EventEmitter<{ affectsConfiguration(section: string): boolean }>(),
};

export function reset(): void {
  Object.assign(recorded, {
    controllers: [],
    statusBarItems: [],
    panels: [],
    messages: [],
    written: new Map(),
    shown: [],
    answers: [],
    commands: new Map(),
    editors: new Map(),
    watchers: [],
    settings: {},
    openDialog: undefined,
    saveDialog: undefined,
  });
  Object.values(events).forEach((one) => one.dispose());
  window.visibleTextEditors = [];
  window.activeTextEditor = undefined;
  window.activeColorTheme.kind = ColorThemeKind.Light;
  workspace.textDocuments.splice(0);
}

/** Somebody opens a document. */
export function open(document: Document): Document {
  workspace.textDocuments.push(document);
  events.openDocument.fire(document);
  return document;
}

/** Somebody closes a document. */
export function close(document: Document): void {
  workspace.textDocuments.splice(workspace.textDocuments.indexOf(document), 1);
  events.closeDocument.fire(document);
}

/** Messages are answered by the next answer, which is nothing if there is none. */
function message(text: string, ...rest: unknown[]): Promise<string | undefined> {
  const detail = (rest.find((one) => typeof one === 'object') as { detail?: string } | undefined)
    ?.detail;
  recorded.messages.push(detail ? `${text} ${detail}` : text);
  return Promise.resolve(recorded.answers.shift());
}

export const window = {
  visibleTextEditors: [] as TextEditor[],
  activeTextEditor: undefined as TextEditor | undefined,
  onDidChangeVisibleTextEditors: events.visibleTextEditors.event,
  onDidChangeActiveTextEditor: events.activeTextEditor.event,
  activeColorTheme: { kind: ColorThemeKind.Light },
  onDidChangeActiveColorTheme: events.colorTheme.event,
  registerCustomEditorProvider: (type: string, provider: unknown): Disposable => {
    recorded.editors.set(type, provider);
    return new Disposable();
  },
  createTextEditorDecorationType: (options: DecorationType['options']): DecorationType => ({
    options,
    dispose: () => {},
  }),
  createStatusBarItem: (): StatusBarItem => {
    const item = new StatusBarItem();
    recorded.statusBarItems.push(item);
    return item;
  },
  createWebviewPanel: (
    _type: string,
    title: string,
    _column: unknown,
    options: unknown,
  ): WebviewPanel => {
    const panel = new WebviewPanel(title, options);
    recorded.panels.push(panel);
    return panel;
  },
  showErrorMessage: message,
  showWarningMessage: message,
  showInformationMessage: message,
  showOpenDialog: (): Promise<URI[] | undefined> =>
    Promise.resolve(recorded.openDialog ? [recorded.openDialog] : undefined),
  showSaveDialog: (): Promise<URI | undefined> => Promise.resolve(recorded.saveDialog),
  showTextDocument: (what: URI | Document, options?: { selection?: Range }): Promise<void> => {
    const uri = what instanceof Document ? what.uri : what;
    const line = options?.selection?.start.line;
    recorded.shown.push(line === undefined ? uri.toString() : `${uri}:${line}`);
    return Promise.resolve();
  },
};

export const workspace = {
  asRelativePath: (uri: URI): string => Utils.basename(uri),
  getConfiguration: (section: string) => ({
    get: (name: string): unknown => recorded.settings[`${section}.${name}`],
    update: (name: string, value: unknown): Promise<void> => {
      recorded.settings[`${section}.${name}`] = value;
      events.configuration.fire({ affectsConfiguration: () => true });
      return Promise.resolve();
    },
  }),
  onDidChangeConfiguration: events.configuration.event,
  textDocuments: [] as Document[],
  onDidOpenTextDocument: events.openDocument.event,
  onDidChangeTextDocument: events.changeDocument.event,
  onDidCloseTextDocument: events.closeDocument.event,
  openTextDocument: (uri: URI): Promise<Document> => {
    const open = workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
    return open ? Promise.resolve(open) : Promise.reject(new Error(`${uri} is not there`));
  },
  createFileSystemWatcher: (): FileWatcher => {
    const watcher = new FileWatcher();
    recorded.watchers.push(watcher);
    return watcher;
  },
  fs: {
    writeFile: (uri: URI, content: Uint8Array): Promise<void> => {
      recorded.written.set(uri.toString(), new TextDecoder().decode(content));
      return Promise.resolve();
    },
  },
};

export const tests = {
  createTestController: (): TestController => {
    const controller = new TestController();
    recorded.controllers.push(controller);
    return controller;
  },
};

export const commands = {
  registerCommand: (name: string, action: (...args: unknown[]) => unknown): Disposable => {
    if (recorded.commands.has(name)) {
      throw new Error(`command '${name}' already exists`);
    }
    recorded.commands.set(name, action);
    return new Disposable(() => recorded.commands.delete(name));
  },
  executeCommand: (name: string, ...args: unknown[]): Promise<unknown> => {
    const action = recorded.commands.get(name);
    return action
      ? Promise.resolve(action(...args))
      : Promise.reject(new Error(`command '${name}' not found`));
  },
};
