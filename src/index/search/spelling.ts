/**
 * How well one form stands for another by its letters, 0 to 1, for words that nothing else is known of: words of one
 * root begin alike (победа, победить), and a slip of the pen leaves all but a letter or two (Lukasheno, Lukashenko).
 * Where a digit differs it is another thing (F-15, F-16).
 */
export function alikeInSpelling(a: string, b: string): number {
  const [short, long] = a.length < b.length ? [a.length, b.length] : [b.length, a.length];
  if (short < shortest) return 0;
  let begins = 0;
  while (begins < short && a[begins] === b[begins]) begins++;
  let ends = 0;
  while (begins + ends < short && a[a.length - 1 - ends] === b[b.length - 1 - ends]) ends++;
  if (digit.test(a.slice(begins, a.length - ends)) || digit.test(b.slice(begins, b.length - ends))) return 0;
  if (long >= sure && long - begins - ends <= 1) return slip;
  const share = begins / long;
  return begins >= shortest && share > chance ? (root * (share - chance)) / (1 - chance) : 0;
}

const digit = /\p{N}/u;
/** Shorter words are alike by chance. */
const shortest = 4;
/** From this length on a word with one letter wrong, left out or put in is still that word. */
const sure = 6;
/** What a slip leaves. */
export const slip = 0.9;
/** Up to this share of letters, words begin alike by chance. */
const chance = 0.4;
const root = 0.9;
