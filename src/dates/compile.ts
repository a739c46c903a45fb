import type { Span } from "../text/span.ts";
import type { Language, Means, Parts } from "./rule.ts";

/** A place where a rule's pattern matched, with what its words say. */
export interface Match extends Span {
  readonly means: Means;
  readonly order: number;
  readonly parts: Parts;
}

/** How far, in characters, an expression can reach from the word its group hangs on. */
const reach = 48;
const finders = new WeakMap<Language, (text: string) => Match[]>();

/** A function that finds all matches of a language's rules in a text; compiled once. */
export function compiled(language: Language): (text: string) => Match[] {
  let finder = finders.get(language);
  if (!finder) {
    finder = compile(language);
    finders.set(language, finder);
  }
  return finder;
}

function compile(language: Language): (text: string) => Match[] {
  let order = 0;
  const groups = language.groups.map(({ near, rules }) => ({
    near,
    rules: rules.map(([pattern, means]) => ({ means, order: order++, regex: regexOf(pattern, language) })),
  }));
  return (text) => {
    const matches: Match[] = [];
    for (const { near, rules } of groups) {
      for (const window of windows(text, near)) {
        const slice = text.slice(window.start, window.end);
        for (const { means, order, regex } of rules) {
          for (const match of slice.matchAll(regex)) {
            const parts = partsOf(match, language);
            const start = window.start + match.index;
            if (parts) matches.push({ means, order, parts, start, end: start + match[0].length });
          }
        }
      }
    }
    return matches;
  };
}

/** The stretches of text around the words that rules hang on, joined where they meet. */
function windows(text: string, near: RegExp): Span[] {
  const found: { start: number; end: number }[] = [];
  for (const match of text.matchAll(near)) {
    const start = wordEdge(text, Math.max(0, match.index - reach), -1);
    const end = wordEdge(text, Math.min(text.length, match.index + match[0].length + reach), 1);
    const last = found.at(-1);
    if (last && start <= last.end) last.end = end;
    else found.push({ start, end });
  }
  return found;
}

/** The nearest place outwards that is not inside a word: half a word could be read as one. */
function wordEdge(text: string, at: number, step: 1 | -1): number {
  const inWord = (i: number) => /[\p{L}\p{N}]/u.test(text[i] ?? " ");
  for (let i = at; Math.abs(i - at) < reach; i += step) if (!inWord(i - 1) || !inWord(i)) return i;
  return at;
}

function regexOf(pattern: string, language: Language): RegExp {
  // Tokenised news sets a space before the comma.
  const spaced = pattern.replaceAll(",?", "(?: ?,)?").replaceAll(" ", "\\s+").replaceAll("\\s+?", "\\s*");
  const source = spaced.replace(/(?<!\\[pP])\{([a-zA-Z]+)\}/g, (_, name: string) => {
    const known = language.classes[name as keyof Parts];
    if (known) return `(?<${name}>${known.source})`;
    const piece = language.pieces?.[name];
    if (piece === undefined) throw new Error(`[dates] no word class ${name}, in ${pattern}`);
    return regexOf(piece, { ...language, unspaced: true }).source;
  });
  for (const [, name] of source.matchAll(/\(\?<([a-z]\w*)>/gi)) {
    if (!language.classes[name as keyof Parts])
      throw new Error(`[dates] no word class ${name}, in ${pattern}`);
  }
  if (language.unspaced) return new RegExp(`(?:${source})`, "giu");
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, "giu");
}

/** What the matched words say; null where one of them is not what its pattern takes it for. */
function partsOf({ 0: whole, groups = {} }: RegExpExecArray, language: Language): Parts | null {
  const parts: Record<string, unknown> = {};
  for (const [name, text] of Object.entries(groups)) {
    if (text === undefined) continue;
    const value = language.classes[name as keyof Parts]!.read(text, whole.startsWith(text));
    if (value === undefined) return null;
    parts[name] = value;
  }
  return parts;
}
