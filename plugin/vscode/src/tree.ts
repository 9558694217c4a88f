import * as vscode from 'vscode';
import { description, outcome } from './outcome';
import type { PropertyStatus, SpecificationStatus } from './protocol';

/** What the properties in the Testing panel are gathered by. */
export type Grouping = 'file' | 'title';

/** A property or query in the panel. */
export interface Leaf {
  item: vscode.TestItem;
  uri: string;
  status: PropertyStatus;
  /** Of the specification. */
  errors?: string;
}

/** What a change did to the panel. */
export interface Shown {
  gone: vscode.TestItem[];
  /** What is new, and has no result there yet. */
  fresh: Leaf[];
  /** The groups in which a result was taken back. */
  doubtful: vscode.TestItem[];
}

const UNTITLED = 'without a title';

/**
 * The items of the Testing panel. None has a range: VS Code would draw its own icon in the gutter,
 * over that of Surety, and leave a tick there beside what is stale.
 */
export class Tree {
  private readonly leaves = new Map<string, Map<string, Leaf>>();
  private readonly byItem = new WeakMap<vscode.TestItem, Leaf>();
  /** Items that a result was told of. VS Code never forgets it; only a new item is without one. */
  private readonly reported = new WeakSet<vscode.TestItem>();
  private count = 0;

  constructor(
    private readonly controller: vscode.TestController,
    readonly grouping: Grouping,
  ) {}

  /** Shows how a specification is now; what is outdated gets a new item. */
  show(key: string, now: SpecificationStatus): Shown {
    const before = this.leaves.get(key) ?? new Map<string, Leaf>();
    const after = new Map<string, Leaf>();
    const fresh: Leaf[] = [];
    const doubtful = new Set<vscode.TestItem>();
    now.properties.forEach((status, place) => {
      const old = before.get(status.name);
      const parent = this.group(key, status);
      const stays = old && !this.isOutlived(old, status) && old.item.parent === parent;
      const item = stays ? old.item : this.add(parent, key, status);
      if (old && this.isOutlived(old, status)) {
        doubtful.add(parent);
      }
      describe(item, status, place);
      const leaf = { item, uri: now.uri, status, errors: now.errors ?? undefined };
      after.set(status.name, leaf);
      this.byItem.set(item, leaf);
      if (!stays) {
        fresh.push(leaf);
      }
    });
    const staying = new Set([...after.values()].map(({ item }) => item));
    const gone = [...before.values()].map(({ item }) => item).filter((item) => !staying.has(item));
    this.leaves.set(key, after);
    gone.forEach((item) => this.remove(item));
    this.describeFile(key, now);
    return { gone, fresh, doubtful: [...doubtful] };
  }

  /** A specification is gone. */
  drop(key: string): vscode.TestItem[] {
    const gone = [...(this.leaves.get(key)?.values() ?? [])].map(({ item }) => item);
    this.leaves.delete(key);
    gone.forEach((item) => this.remove(item));
    this.controller.items.delete(key);
    return gone;
  }

  /** A result was told of an item. */
  hasReported(item: vscode.TestItem): void {
    this.reported.add(item);
  }

  leaf(key: string, name: string): Leaf | undefined {
    return this.leaves.get(key)?.get(name);
  }

  /** What an item stands for, if it is no group. */
  find(item: vscode.TestItem): Leaf | undefined {
    return this.byItem.get(item);
  }

  all(): Leaf[] {
    return [...this.leaves.values()].flatMap((leaves) => [...leaves.values()]);
  }

  private isOutlived({ item }: Leaf, now: PropertyStatus): boolean {
    return outcome(now) === 'outdated' && this.reported.has(item);
  }

  private add(parent: vscode.TestItem, key: string, { name }: PropertyStatus): vscode.TestItem {
    const item = this.controller.createTestItem(
      `${key}#${name}#${this.count++}`,
      name,
      vscode.Uri.parse(key),
    );
    parent.children.add(item);
    return item;
  }

  private remove(item: vscode.TestItem): void {
    const { parent } = item;
    parent?.children.delete(item.id);
    if (parent?.children.size === 0) {
      this.controller.items.delete(parent.id);
    }
  }

  private group(key: string, status: PropertyStatus): vscode.TestItem {
    return this.grouping === 'file'
      ? this.file(key)
      : this.root(`title:${prefix(status)}`, prefix(status));
  }

  private file(key: string): vscode.TestItem {
    const uri = vscode.Uri.parse(key);
    return this.root(key, vscode.workspace.asRelativePath(uri), uri);
  }

  private root(id: string, label: string, uri?: vscode.Uri): vscode.TestItem {
    const item = this.controller.items.get(id) ?? this.controller.createTestItem(id, label, uri);
    this.controller.items.add(item);
    return item;
  }

  /** A specification with errors is there although it may have no properties. */
  private describeFile(key: string, now: SpecificationStatus): void {
    if (this.grouping === 'file') {
      const file = this.file(key);
      file.error = now.errors ?? undefined;
      file.description = now.summary;
    }
  }
}

/** `R1` of `R1: a high score is rare`. */
export function prefix({ title }: PropertyStatus): string {
  return title ? (title.split(':')[0] ?? '').trim() || title : UNTITLED;
}

/** The title is part of the label, for the panel's filter looks at nothing else. */
export function label({ name, title, state }: PropertyStatus): string {
  const icon = state === 'undecided' ? '$(question) ' : '';
  return `${icon}${name}${title ? `  ${title}` : ''}`;
}

function describe(item: vscode.TestItem, status: PropertyStatus, place: number): void {
  item.label = label(status);
  item.description = description(status);
  item.sortText = String(place).padStart(6, '0');
  item.busy = status.state === 'running';
  item.tags = [new vscode.TestTag(status.state), new vscode.TestTag(status.kind)];
}
