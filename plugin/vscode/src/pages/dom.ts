interface Client {
  postMessage(message: unknown): void;
}

declare function acquireVsCodeApi(): Client;

const client = acquireVsCodeApi();

export function tell(message: unknown): void {
  client.postMessage(message);
}

export function listen<T>(hear: (message: T) => void): void {
  window.addEventListener('message', ({ data }) => hear(data as T));
}

type Attributes = Record<string, string | boolean | ((event: Event) => void)>;

/** An element with its attributes, listeners and content. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...content: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      element.addEventListener(name, value);
    } else if (typeof value === 'boolean') {
      element.toggleAttribute(name, value);
    } else {
      element.setAttribute(name, value);
    }
  }
  element.append(...content);
  return element;
}

/** What the extension rendered; the page's policy runs no script and loads nothing in it. */
export function html(text: string): HTMLElement {
  const element = make('div', { class: 'description' });
  element.innerHTML = text;
  return element;
}

/** Calls the last of several calls, when it has been quiet. */
export function afterQuiet(milliseconds: number, action: () => void): () => void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  return () => {
    clearTimeout(waiting);
    waiting = setTimeout(action, milliseconds);
  };
}
