/** What the workbench shows, as far as it says how things stand. */
export interface Shown {
  /** The visible lines of the text. */
  lines: string[];
  /** Surety's icons in the gutter, with their lines. */
  icons: { line: string; icon: string }[];
  /** VS Code's own icons of tests in the gutter. */
  glyphs: number;
  /** What stands behind the lines. */
  words: { line: string; text: string }[];
  lenses: string[];
  status: string;
  /** The rows of the Testing panel, if it is open; a label has what is behind it. */
  tests: { label: string; icon: string; depth: string }[];
  /** How many messages are drawn into the text. */
  squiggles: number;
  notifications: string[];
}

/** Runs in the page. */
export function probe(): Shown {
  const all = (selector: string, within: ParentNode = document): HTMLElement[] => [
    ...within.querySelectorAll<HTMLElement>(selector),
  ];
  const plain = (text: string | null | undefined): string =>
    (text ?? '').replace(/\u00a0/g, ' ').trimEnd();
  const pseudo = (element: Element, which: string): string => {
    const { content } = getComputedStyle(element, which);
    return content === 'none' || content === 'normal' ? '' : plain(content.replace(/^"|"$/g, ''));
  };
  const views = all('.editor-instance .view-line, .editor-container .view-line');
  const lines = [...new Set(views)];
  const lineAt = (top: string): string =>
    plain(lines.find((line) => line.style.top === top)?.textContent);
  const icons = all('.glyph-margin-widgets .cgmr').flatMap((element) => {
    const style = getComputedStyle(element);
    const image = /(?:%2F|\/)([a-z]+)\.svg/.exec(`${style.backgroundImage} ${style.content}`)?.[1];
    return image ? [{ line: lineAt(element.style.top), icon: image }] : [];
  });
  const words = lines.flatMap((line) =>
    all('span', line)
      .map((span) => pseudo(span, '::after'))
      .filter(Boolean)
      .map((text) => ({ line: plain(line.textContent), text })),
  );
  const tests = all('.test-explorer .monaco-list-row').map((row) => ({
    label: plain(all('.label', row)[0]?.textContent),
    icon:
      /codicon-(testing-[\w-]+|[\w-]*sync[\w-]*|loading)/.exec(
        all('.computed-state', row)[0]?.className ?? '',
      )?.[1] ?? '',
    depth: row.getAttribute('aria-level') ?? '',
  }));
  return {
    lines: lines.map((line) => plain(line.textContent)),
    icons,
    glyphs: all('.testing-run-glyph').length,
    words,
    lenses: all('.codelens-decoration').map((lens) => plain(lens.textContent)),
    status: all('.statusbar-item')
      .map((item) => plain(item.textContent))
      .filter((text) => text.includes('Surety:'))
      .join(),
    tests,
    squiggles: all('.squiggly-error, .squiggly-warning').length,
    notifications: all('.notification-toast .notification-list-item-message').map((one) =>
      plain(one.textContent),
    ),
  };
}
