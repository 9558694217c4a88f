import { isSettled } from './outcome';
import { type PropertyStatus, type SpecificationStatus, STATES } from './protocol';

/** One specification's states changed; without `now` it is gone. */
export interface Change {
  key: string;
  before?: SpecificationStatus;
  now?: SpecificationStatus;
}

/** Whether the result of a property may not be shown. */
export type Doubt = (name: string) => boolean;

interface Known {
  /** As the server told. */
  told: SpecificationStatus;
  /** Without the results that are in doubt. */
  shown: SpecificationStatus;
}

/** The last states that the server told, for every specification. */
export class States {
  private readonly known = new Map<string, Known>();
  private readonly doubts = new Map<string, Doubt>();
  private readonly listeners = new Set<(change: Change) => void>();

  /** @param key the one way in which this client writes an address */
  constructor(readonly key: (uri: string) => string = (uri) => uri) {}

  get(uri: string): SpecificationStatus | undefined {
    return this.known.get(this.key(uri))?.shown;
  }

  /** What is shown of every specification, by its key. */
  all(): [string, SpecificationStatus][] {
    return [...this.known].map(([key, { shown }]) => [key, shown]);
  }

  /** As the server told, with what is in doubt. */
  told(uri: string): SpecificationStatus | undefined {
    return this.known.get(this.key(uri))?.told;
  }

  onDidChange(listener: (change: Change) => void): { dispose(): void } {
    this.listeners.add(listener);
    return { dispose: () => this.listeners.delete(listener) };
  }

  accept(status: SpecificationStatus): void {
    const key = this.key(status.uri);
    const before = this.known.get(key);
    if (before && status.version < before.told.version) {
      return;
    }
    const told = before ? merged(before.told, status) : status;
    const isGone = told.properties.length === 0 && !told.summary && !told.errors;
    if (!isGone) {
      this.show(key, told, before?.shown);
    } else if (before) {
      this.known.delete(key);
      this.tell({ key, before: before.shown });
    }
  }

  /** From now on no result is shown that is in doubt; without a doubt all are. */
  doubt(uri: string, doubt: Doubt | undefined): void {
    const key = this.key(uri);
    if (doubt) {
      this.doubts.set(key, doubt);
    } else {
      this.doubts.delete(key);
    }
    const known = this.known.get(key);
    if (known && hidden(known.shown) !== hidden(this.shown(key, known.told))) {
      this.show(key, known.told, known.shown);
    }
  }

  /** The server ended: nothing is known any more, and its next one counts from the beginning. */
  clear(): void {
    const all = [...this.known];
    this.known.clear();
    for (const [key, { shown }] of all) {
      this.tell({ key, before: shown });
    }
  }

  private show(key: string, told: SpecificationStatus, before?: SpecificationStatus): void {
    const now = this.shown(key, told);
    this.known.set(key, { told, shown: now });
    this.tell({ key, before, now });
  }

  private shown(key: string, told: SpecificationStatus): SpecificationStatus {
    const doubt = this.doubts.get(key);
    const isHidden = (property: PropertyStatus): boolean =>
      isSettled(property) && Boolean(doubt?.(property.name));
    if (!told.properties.some(isHidden)) {
      return told;
    }
    const properties = told.properties.map((one) => (isHidden(one) ? outdated(one) : one));
    return { ...told, properties, summary: summary(properties) };
  }

  private tell(change: Change): void {
    this.listeners.forEach((listener) => listener(change));
  }
}

const TEXT_CHANGED = 'the text changed';

function hidden({ properties }: SpecificationStatus): string {
  return properties
    .filter(({ message }) => message === TEXT_CHANGED)
    .map(({ name }) => name)
    .join();
}

/** What is not complete tells of those properties alone that changed. */
function merged(before: SpecificationStatus, news: SpecificationStatus): SpecificationStatus {
  if (news.complete) {
    return news;
  }
  const changed = new Map(news.properties.map((property) => [property.name, property]));
  const properties = before.properties.map((old) => changed.get(old.name) ?? old);
  return { ...news, complete: true, properties };
}

function outdated(property: PropertyStatus): PropertyStatus {
  const { name, title, kind, text, range, actions } = property;
  return {
    ...{ name, title, kind, text, range },
    message: TEXT_CHANGED,
    state: 'stale',
    label: 'stale',
    actions: actions.filter((action) => action === 'verify'),
    details: `**${name}** is stale: ${TEXT_CHANGED}.`,
  };
}

/** As the server writes it. */
function summary(properties: PropertyStatus[]): string {
  return STATES.map((state) => ({
    count: properties.filter((property) => property.state === state).length,
    label: state === 'unverified' ? 'not verified' : state,
  }))
    .filter(({ count }) => count > 0)
    .map(({ count, label }) => `${count} ${label}`)
    .join(', ');
}
