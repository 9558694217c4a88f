import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type Frame, type KeyInput, type Page } from 'puppeteer-core';
import { examples, root } from '../places';
import { probe, type Shown } from './probe';

/** What nothing here should take, even on a busy machine. */
const PATIENCE_MS = Number(process.env['SURETY_PATIENCE'] ?? 90_000);
/** How long a key may take to be answered before it is taken to be lost. */
const ANSWER_MS = 5000;
const BOX = '.quick-input-widget:not([style*="display: none"])';
const SIZE = { width: 1400, height: 900 };
const SETTINGS = {
  'workbench.startupEditor': 'none',
  'workbench.colorTheme': 'Default Light Modern',
  'workbench.tips.enabled': false,
  'security.workspace.trust.enabled': false,
  'files.autoSave': 'off',
  'files.simpleDialog.enable': true,
  'editor.minimap.enabled': false,
  'editor.accessibilitySupport': 'off',
};
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export type Moment = Shown & { at: number };

/** A real VS Code with the packed extension, on a folder of its own, and somebody before it. */
export class Workbench {
  readonly folder: string;
  private readonly home = realpathSync(mkdtempSync(join(tmpdir(), 'surety-host-')));
  private readonly vscode = process.env['SURETY_VSCODE']!;
  private server!: ChildProcess;
  private browser!: Browser;
  private address!: string;
  page!: Page;

  constructor() {
    this.folder = join(this.home, 'project');
    mkdirSync(join(this.home, 'user', 'User'), { recursive: true });
    cpSync(join(examples, 'iris'), this.folder, {
      recursive: true,
      filter: (path) => !path.endsWith('certificates'),
    });
    this.configure();
  }

  async start(vsix: string): Promise<void> {
    const env = { ...process.env, HOME: this.home };
    const base = ['--telemetry-level', 'off', '--accept-server-license-terms'];
    const places = [
      '--user-data-dir',
      join(this.home, 'user'),
      '--extensions-dir',
      join(this.home, 'ext'),
    ];
    const run = (...args: string[]): string[] => [
      'out/server-main.js',
      ...base,
      ...places,
      ...args,
    ];
    execFileSync(process.execPath, run('--install-extension', vsix), {
      cwd: this.vscode,
      stdio: 'ignore',
      env,
    });
    const port = await freePort();
    this.server = spawn(
      process.execPath,
      run('--host', '127.0.0.1', '--port', String(port), '--without-connection-token'),
      { cwd: this.vscode, stdio: ['ignore', 'pipe', 'ignore'], env, detached: true },
    );
    await new Promise<void>((resolve, reject) => {
      this.server.stdout!.on('data', (text) => /listening/.test(String(text)) && resolve());
      this.server.on('exit', (status) => reject(new Error(`VS Code ended with ${status}`)));
    });
    this.address = `127.0.0.1:${port}`;
    this.browser = await puppeteer.launch({
      executablePath: process.env['SURETY_CHROMIUM']!,
      headless: true,
      args: FLAGS,
      defaultViewport: SIZE,
    });
    this.page = await this.browser.newPage();
    await this.load();
  }

  /** Opens the folder, as somebody does who comes back. */
  async load(): Promise<void> {
    this.page.once('dialog', (dialog) => void dialog.accept());
    await this.page.goto(`http://${this.address}/?folder=${this.folder}`);
    await this.page.waitForSelector('.monaco-workbench .statusbar-item', { timeout: PATIENCE_MS });
  }

  async end(): Promise<void> {
    await this.browser?.close();
    if (this.server?.pid) {
      process.kill(-this.server.pid, 'SIGTERM');
      await new Promise((resolve) => this.server.on('exit', resolve));
    }
    rmSync(this.home, { recursive: true, force: true, maxRetries: 10 });
  }

  private configure(): void {
    const file = join(this.home, 'user', 'User', 'settings.json');
    writeFileSync(file, JSON.stringify(SETTINGS));
  }

  /** Settings of the folder, besides the others; VS Code takes them in a moment later. */
  prefer(settings: Record<string, unknown>): void {
    mkdirSync(join(this.folder, '.vscode'), { recursive: true });
    this.write(join('.vscode', 'settings.json'), JSON.stringify(settings));
  }

  write(name: string, content: string | Buffer): void {
    writeFileSync(join(this.folder, name), content);
  }

  bytes(name: string): Buffer {
    return readFileSync(join(this.folder, name));
  }

  has(name: string): boolean {
    return existsSync(join(this.folder, name));
  }

  read(name: string): string {
    return readFileSync(join(this.folder, name), 'utf8');
  }

  async open(name: string): Promise<void> {
    await this.until(`the file ${name}`, async () => {
      await this.summon('Control', 'KeyP');
      // It looks for files when it opens, and one that was written just now may not be among them.
      return this.answer(name, name, ANSWER_MS).then(
        () => true,
        () => this.page.keyboard.press('Escape').then(() => false),
      );
    });
    await this.page.waitForSelector(
      `.tab[data-resource-name="${name}"].active, .tab.active[aria-label^="${name}"]`,
      {
        timeout: PATIENCE_MS,
      },
    );
  }

  /** By its name in the palette. */
  async command(name: string): Promise<void> {
    await this.summon('F1');
    await this.answer(`>${name}`);
  }

  /** Puts the cursor behind some words of a file. */
  async goBehind(name: string, words: string): Promise<void> {
    const before = this.read(name).split(words)[0]! + words;
    const line = before.split('\n').length;
    const column = before.length - before.lastIndexOf('\n');
    await this.summon('Control', 'KeyG');
    await this.answer(`:${line}:${column}`, `line ${line}`);
  }

  /** Opens the box on top; a key is lost while a page that had the focus goes. */
  private async summon(...keys: KeyInput[]): Promise<void> {
    const end = Date.now() + PATIENCE_MS;
    for (let isThere = false; !isThere && Date.now() < end;) {
      await this.press(...keys);
      isThere = await this.page
        .waitForSelector(BOX, { visible: true, timeout: ANSWER_MS })
        .then(() => true)
        .catch(() => false);
    }
  }

  /** Types into the box on top, and takes what is offered as soon as it is what is meant. */
  async answer(
    text: string,
    offer = text.replace(/^>/, ''),
    patience = PATIENCE_MS,
  ): Promise<void> {
    await this.page.waitForSelector(`${BOX} input[type="text"]:focus`, {
      visible: true,
      timeout: PATIENCE_MS,
    });
    await this.press('Control', 'KeyA');
    await this.page.keyboard.type(text);
    await this.until(
      `the offer ${offer}`,
      () => this.page.evaluate(
        (wanted) =>
          (
            document.querySelector('.quick-input-list .monaco-list-row.focused')?.textContent ?? ''
          ).includes(wanted),
        offer,
      ),
      patience,
    );
    await this.page.keyboard.press('Enter');
    await this.page.waitForSelector('.quick-input-widget', { hidden: true, timeout: PATIENCE_MS });
  }

  async theme(name: string): Promise<void> {
    await this.press('Control', 'KeyK');
    await this.press('Control', 'KeyT');
    const list = '.quick-input-list .monaco-list-row[aria-label*="Dark Modern"]';
    await this.page.waitForSelector(list, { timeout: PATIENCE_MS });
    await this.answer(name);
  }

  /** A group in the Testing panel. */
  async expand(label: string): Promise<void> {
    await this.until(`the group ${label}`, () =>
      this.page.evaluate((wanted) => {
        const rows = [...document.querySelectorAll<HTMLElement>('.test-explorer .monaco-list-row')];
        const row = rows.find((one) => one.textContent?.includes(wanted));
        if (row?.getAttribute('aria-expanded') === 'false') {
          row.querySelector<HTMLElement>('.monaco-tl-twistie')?.click();
        }
        return row?.getAttribute('aria-expanded') === 'true';
      }, label),
    );
  }

  async press(...keys: KeyInput[]): Promise<void> {
    for (const key of keys) {
      await this.page.keyboard.down(key);
    }
    for (const key of keys.reverse()) {
      await this.page.keyboard.up(key);
    }
  }

  shown(): Promise<Shown> {
    return this.page.evaluate(probe);
  }

  /** Waits for what is shown; fails with what is shown instead. */
  async see<T>(what: string, find: (shown: Shown) => T | undefined | false): Promise<T> {
    let last: Shown | undefined;
    try {
      return await this.until(what, async () => find((last = await this.shown())));
    } catch (error) {
      throw new Error(
        `${error instanceof Error ? error.message : error}; shown: ${JSON.stringify(last, null, 1)}`,
      );
    }
  }

  async until<T>(
    what: string,
    find: () => Promise<T | undefined | false>,
    patience = PATIENCE_MS,
  ): Promise<T> {
    const end = Date.now() + patience;
    for (;;) {
      const found = await find();
      if (found !== undefined && found !== false) {
        return found;
      }
      if (Date.now() > end) {
        throw new Error(`${what}: not seen in time`);
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  async picture(name: string): Promise<void> {
    const folder = join(root, 'target', 'pictures');
    mkdirSync(folder, { recursive: true });
    const path = join(folder, `${name.replace(/[^\w-]+/g, '-')}.png`);
    await this.page.screenshot({ path: path as `${string}.png` });
  }

  /** What is on the screen, frame by frame, until it is asked for. */
  async record(): Promise<() => Promise<Moment[]>> {
    await this.page.evaluate(`
      window.suretyMoments = [];
      window.suretyProbe = ${probe.toString()};
      window.suretyFrame = () => {
        window.suretyMoments.push({ at: Date.now(), ...window.suretyProbe() });
        window.suretyRecording = requestAnimationFrame(window.suretyFrame);
      };
      window.suretyFrame();
    `);
    return async () =>
      (await this.page.evaluate(
        'cancelAnimationFrame(window.suretyRecording), window.suretyMoments',
      )) as Moment[];
  }

  /** The page of a web view that has an element. */
  async pane(selector: string): Promise<Pane> {
    const frame = await this.until(`a page with ${selector}`, async () => {
      const frames = this.page.frames().filter((one) => one !== this.page.mainFrame());
      const found = await Promise.all(frames.map((one) => has(one, selector)));
      return frames[found.indexOf(true)];
    });
    return new Pane(this, frame);
  }
}

/** A page that is hidden or on its way may never answer. */
function has(frame: Frame, selector: string): Promise<boolean> {
  const late = new Promise<boolean>((resolve) => setTimeout(resolve, 1000, false));
  const found = frame.evaluate((wanted) => document.querySelector(wanted) !== null, selector);
  return Promise.race([found.catch(() => false), late]);
}

/** A web view's page, always asked in the page's own world: VS Code writes it anew. */
export class Pane {
  constructor(
    private readonly workbench: Workbench,
    private readonly frame: Frame,
  ) {}

  text(selector: string): Promise<string> {
    return this.frame.evaluate(
      (wanted) => document.querySelector(wanted)?.textContent ?? '',
      selector,
    );
  }

  /** Of a field what is entered, of a picture where it comes from. */
  property(selector: string, name: 'value' | 'src' | 'alt' | 'offsetWidth'): Promise<string> {
    return this.frame.evaluate(
      (wanted, part) =>
        String(
          (document.querySelector(wanted) as unknown as Record<string, unknown> | null)?.[part],
        ),
      selector,
      name,
    );
  }

  click(selector: string): Promise<void> {
    return this.frame.evaluate(
      (wanted) => document.querySelector<HTMLElement>(wanted)!.click(),
      selector,
    );
  }

  async enter(selector: string, text: string): Promise<void> {
    await this.frame.evaluate((wanted) => {
      const field = document.querySelector<HTMLInputElement>(wanted)!;
      field.focus();
      field.select();
    }, selector);
    await this.workbench.page.keyboard.type(text);
    await this.workbench.until(
      `${text} in ${selector}`,
      async () => (await this.property(selector, 'value')) === text,
    );
  }

  /** Waits until an element says something. */
  says(selector: string, words: RegExp): Promise<string> {
    return this.workbench.until(`${words} in ${selector}`, async () => {
      const text = await this.text(selector);
      return words.test(text) && text;
    });
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
