import * as vscode from 'vscode';
import { wordsOf } from './documentWords';
import { isSettled } from './outcome';
import { STANDING, type Server, type Standing } from './protocol';
import type { States } from './states';
import type { Words } from './words';

const LANGUAGE = 'sure';
/** After a refusal: the server gives up an answer when something else is written meanwhile. */
const PAUSE_MS = 100;
/** Then the server is gone; the next one will be told of all documents. */
const MOST_REFUSALS = 20;

interface Document {
  /** The text that the server's states are about. */
  told?: Words;
  now: Words;
  /** What the server said does not hold, before it told so of each. */
  denied: ReadonlySet<string>;
  /** The version of the states from which on that is superseded. */
  since: number;
  asking: boolean;
  /** The text of the last edit that was sent and not asked about. */
  next?: Words;
}

/**
 * Takes back a result at once when the words change that it is about, and gives it back when the
 * server has said that it holds for the text with all edits.
 */
export class Doubts implements vscode.Disposable {
  private readonly documents = new Map<string, Document>();
  private readonly subscriptions: { dispose(): void }[];

  constructor(
    private readonly states: States,
    private readonly server: Server,
  ) {
    this.subscriptions = [
      vscode.workspace.onDidOpenTextDocument((document) => this.opened(document)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.changed(document)),
      vscode.workspace.onDidCloseTextDocument((document) => this.closed(document)),
      states.onDidChange(({ key }) => this.heard(key)),
    ];
    vscode.workspace.textDocuments.forEach((document) => this.opened(document));
  }

  dispose(): void {
    this.subscriptions.forEach((one) => one.dispose());
    this.documents.clear();
  }

  /** The server was told of an edit, or of a document; this is the text that it was told. */
  sent(document: vscode.TextDocument, words: Words): void {
    const known = this.documents.get(this.key(document));
    if (known && known.told !== words) {
      known.next = words;
      void this.ask(this.key(document), known);
    }
  }

  /** The server ended; the next one is told of all documents. */
  forget(): void {
    vscode.workspace.textDocuments.forEach((document) => this.opened(document));
  }

  /** What is not in its file was not what the server read there. */
  private opened(document: vscode.TextDocument): void {
    if (document.languageId === LANGUAGE) {
      const now = wordsOf(document);
      const told = document.isDirty ? undefined : now;
      const known: Document = { told, now, denied: new Set(), since: 0, asking: false };
      this.documents.set(this.key(document), known);
      this.doubt(this.key(document), known);
    }
  }

  private changed(document: vscode.TextDocument): void {
    const known = this.documents.get(this.key(document));
    if (known) {
      known.now = wordsOf(document);
      this.doubt(this.key(document), known);
    }
  }

  private closed(document: vscode.TextDocument): void {
    if (this.documents.delete(this.key(document))) {
      this.states.doubt(document.uri.toString(), undefined);
    }
  }

  /** States came that take in what was denied. */
  private heard(key: string): void {
    const known = this.documents.get(key);
    if (known && known.denied.size > 0 && (this.states.told(key)?.version ?? 0) >= known.since) {
      known.denied = new Set();
      this.doubt(key, known);
    }
  }

  private doubt(key: string, { told, now, denied }: Document): void {
    this.states.doubt(key, (name) => !told || !now.agree(told, name) || denied.has(name));
  }

  /** One question at a time, about the last edit. */
  private async ask(key: string, known: Document): Promise<void> {
    if (known.asking) {
      return;
    }
    known.asking = true;
    for (let refusals = 0; known.next && refusals < MOST_REFUSALS && this.isOpen(key, known);) {
      const words = known.next;
      known.next = undefined;
      try {
        const standing = await this.server.request<Standing>(STANDING, { uri: this.uri(key) });
        this.answered(key, known, words, standing);
        refusals = 0;
      } catch {
        refusals++;
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
        known.next ??= words;
      }
    }
    known.asking = false;
  }

  private answered(key: string, known: Document, words: Words, { version, names }: Standing): void {
    const holding = new Set(names);
    const told = this.states.told(key);
    const settled = told && told.version < version ? told.properties.filter(isSettled) : [];
    known.told = words;
    known.since = version;
    known.denied = new Set(settled.map(({ name }) => name).filter((name) => !holding.has(name)));
    this.doubt(key, known);
  }

  private isOpen(key: string, known: Document): boolean {
    return this.documents.get(key) === known;
  }

  /** The address as the client sends it. */
  private uri(key: string): string {
    return this.states.told(key)?.uri ?? key;
  }

  private key(document: vscode.TextDocument): string {
    return this.states.key(document.uri.toString());
  }
}
