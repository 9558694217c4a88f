import type { SpecificationStatus } from './protocol';

/** One specification's states changed; without `now` it is gone. */
export interface Change {
  key: string;
  before?: SpecificationStatus;
  now?: SpecificationStatus;
}

/** The last states that the server told, for every specification. */
export class States {
  private readonly statuses = new Map<string, SpecificationStatus>();
  private readonly listeners = new Set<(change: Change) => void>();

  /** @param key the one way in which this client writes an address */
  constructor(private readonly key: (uri: string) => string = (uri) => uri) {}

  get(uri: string): SpecificationStatus | undefined {
    return this.statuses.get(this.key(uri));
  }

  onDidChange(listener: (change: Change) => void): { dispose(): void } {
    this.listeners.add(listener);
    return { dispose: () => this.listeners.delete(listener) };
  }

  accept(status: SpecificationStatus): void {
    const key = this.key(status.uri);
    const before = this.statuses.get(key);
    if (before && status.version < before.version) {
      return;
    }
    const gone = status.properties.length === 0 && !status.summary && !status.errors;
    if (gone) {
      this.statuses.delete(key);
    } else {
      this.statuses.set(key, status);
    }
    if (before || !gone) {
      this.tell({ key, before, now: gone ? undefined : status });
    }
  }

  /** The server ended: nothing is known any more, and its next one counts from the beginning. */
  clear(): void {
    const all = [...this.statuses];
    this.statuses.clear();
    for (const [key, before] of all) {
      this.tell({ key, before });
    }
  }

  private tell(change: Change): void {
    for (const listener of this.listeners) {
      listener(change);
    }
  }
}
