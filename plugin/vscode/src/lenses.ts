import type { CodeLens } from 'vscode';

/**
 * What can be done, without how things stand: VS Code asks for lenses again a good while after a
 * change, and until then would show the old states beside the new text. They stand in the gutter
 * and behind the properties, where they change at once.
 */
export function withoutStates(lenses: CodeLens[]): CodeLens[] {
  return lenses.filter(isForClicks).map((lens) => {
    const title = TITLES[lens.command!.command];
    return title ? { ...lens, isResolved: true, command: { ...lens.command!, title } } : lens;
  });
}

const TITLES: Record<string, string> = {
  'surety.verify': 'Verify',
  'surety.verifyAll': 'Verify all',
  'surety.cancel': 'Cancel',
};

/** The words over the whole file tell of errors; they can stay, although nothing is to click. */
function isForClicks(lens: CodeLens): boolean {
  return Boolean(lens.command && (lens.command.command || lens.range.isEmpty));
}
