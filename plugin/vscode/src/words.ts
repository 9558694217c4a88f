/** A property or query as it stands in a text. */
export interface Claim {
  name: string;
  /** Where its name is; the name is as long as it is written. */
  nameAt: number;
  begin: number;
  /** Behind its last character. */
  end: number;
  /** Without comments and white space: two claims with the same words claim the same. */
  words: string;
}

interface Token {
  text: string;
  at: number;
}

const TOKEN =
  /\/\/[^\n]*|\/\*[^]*?(?:\*\/|$)|"(?:[^"\\\n]|\\.)*"?|[\p{L}_][\p{L}\p{N}_]*|[\d.]+(?:[eE][+-]?\d+)?|\S/gu;
const CLAIM = /^(property|query)$/;
const DECLARATION = /^(semantics|network|distribution|property|query)$/;

/**
 * A specification, as far as the client has to know its words: which claims there are, and what
 * all of them rest on. So it can take back a verdict at once when its words change.
 */
export class Words {
  readonly claims = new Map<string, Claim>();
  /** The words of all that is no claim: semantics, networks, distributions. */
  readonly frame: string;

  constructor(readonly text: string) {
    const frame: string[] = [];
    for (const declaration of declarations(tokens(text))) {
      const claim = asClaim(declaration);
      if (claim && !this.claims.has(claim.name)) {
        this.claims.set(claim.name, claim);
      } else {
        frame.push(written(declaration));
      }
    }
    this.frame = frame.join('\n');
  }

  /** Whether nothing is declared. */
  isEmpty(): boolean {
    return this.claims.size === 0 && this.frame === '';
  }

  /** Whether a claim is the same here as there, and rests on the same. */
  agree(other: Words, name: string): boolean {
    const words = this.claims.get(name)?.words;
    return (
      words !== undefined && words === other.claims.get(name)?.words && this.frame === other.frame
    );
  }

  /** The claim that a place is in, or that ends before it on the same line. */
  claimAt(offset: number): Claim | undefined {
    const claims = [...this.claims.values()];
    const around = claims.find((claim) => claim.begin <= offset && offset <= claim.end);
    const beside = claims.filter((claim) => isOnOneLine(this.text, claim.end, offset)).at(-1);
    return around ?? beside ?? claims.find((claim) => isOnOneLine(this.text, offset, claim.begin));
  }
}

/** Whether a declaration may begin with the word that ends where the text does. */
export function mayDeclare(text: string): boolean {
  const all = [...text.matchAll(TOKEN)].map(({ 0: token }) => token);
  const last = all.at(-1) ?? '';
  const isOpen = last.startsWith('//') ? !text.endsWith('\n') : isUnfinished(last);
  if (isOpen) {
    return false;
  }
  const begun = tokens(text);
  if (/[\p{L}\p{N}_]$/u.test(text)) {
    begun.pop();
  }
  const before = declarations(begun).at(-1);
  return !before || isClosed(before);
}

function isUnfinished(token: string): boolean {
  return token.startsWith('/*')
    ? token.length < 4 || !token.endsWith('*/')
    : token.startsWith('"') && !/^"(?:[^"\\]|\\.)*"$/.test(token);
}

function isOnOneLine(text: string, from: number, to: number): boolean {
  return from <= to && !text.slice(from, to).includes('\n');
}

function tokens(text: string): Token[] {
  return [...text.matchAll(TOKEN)]
    .map((match) => ({ text: match[0], at: match.index }))
    .filter((token) => !/^\/[/*]/.test(token.text));
}

/**
 * A declaration ends with its semicolon or its closing brace; one that is not finished yet ends
 * where the next begins.
 */
function declarations(all: Token[]): Token[][] {
  const found: Token[][] = [];
  let current: Token[] = [];
  let depth = 0;
  const end = (): void => {
    if (current.length > 0) {
      found.push(current);
    }
    current = [];
    depth = 0;
  };
  for (const token of all) {
    if (DECLARATION.test(token.text)) {
      end();
    }
    current.push(token);
    depth += token.text === '{' ? 1 : token.text === '}' ? -1 : 0;
    if (depth <= 0 && (token.text === ';' || token.text === '}')) {
      end();
    }
  }
  end();
  return found;
}

function isClosed(declaration: Token[]): boolean {
  const last = declaration.at(-1)!.text;
  return last === '}' || (last === ';' && !declaration.some(({ text }) => text === '{'));
}

function asClaim(declaration: Token[]): Claim | undefined {
  const [kind, name] = declaration;
  if (!kind || !name || !CLAIM.test(kind.text) || !/^[\p{L}_]/u.test(name.text)) {
    return undefined;
  }
  const last = declaration.at(-1)!;
  return {
    name: name.text,
    nameAt: name.at,
    begin: kind.at,
    end: last.at + last.text.length,
    words: written(declaration),
  };
}

function written(declaration: Token[]): string {
  return declaration.map(({ text }) => text).join(' ');
}
