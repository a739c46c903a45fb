/**
 * A key that the spellings of one name share: Lukashenko, Lukashenka; Tsikhanouski, Tikhanovsky, Cihanoŭski.
 * It keeps the consonants in order as most romanisations of Slavic, Arabic and Greek names agree on them, and marks
 * a feminine ending, since Tikhanovskaya is not Tikhanovsky. Null where too little is left to tell names apart.
 * Takes a folded form in Latin letters.
 */
export function nameKey(form: string): string | null {
  const skeleton = form.length < 5 ? null : nameSkeleton(form);
  if (skeleton === null) return null;
  // Three consonants tell no names apart without the vowels between them: Putin is no Patton, but Sergei is Siarhei.
  return skeleton.replace("+", "").length < 4 ? `=${vowelled(form)}` : skeleton;
}

/**
 * The consonants of a name as {@link nameKey} has them, for shorter names too: enough to look for it in another script,
 * where {@link oneName} then decides. Null where less than three are left.
 */
export function nameSkeleton(form: string): string | null {
  if (form.length < 4 || !/^[a-z]+$/.test(form)) return null;
  const feminine = /(?:[aeiy]ya|aia|aja|ova|eva|ava|ouskaya|ina)$/.test(form) ? "+" : "";
  const key = sounded(form);
  const first = key[0]!;
  const rest = key.slice(1).replace(/[aeiouy]/g, "");
  const told = ((/[aeiouy]/.test(first) ? "a" : first) + rest).replace(/(.)\1+/g, "$1");
  return told.length < 3 ? null : told + feminine;
}

/** Whether two names of one skeleton, in Latin letters, sound alike to a vowel or two. */
export function oneName(a: string, b: string): boolean {
  const [x, y] = [vowelled(a), vowelled(b)];
  return distance(x, y) <= (Math.min(x.length, y.length) < 7 ? 1 : 2);
}

/** With its vowels, as far as romanisations of Russian, Belarusian and Ukrainian agree on them. */
function vowelled(form: string): string {
  return sounded(form)
    .replace(/[iy][ae]/g, "e")
    .replace(/y/g, "i")
    .replace(/o/g, "a")
    .replace(/(.)\1+/g, "$1");
}

function sounded(form: string): string {
  let key = form;
  for (const [spelling, sound] of sounds) key = key.replace(spelling, sound);
  return key;
}

/** Letters to put in, leave out or change to make one word of another (Levenshtein). */
export function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++)
      next.push(Math.min(next[j]! + 1, row[j + 1]! + 1, row[j]! + (a[i] === b[j] ? 0 : 1)));
    row = next;
  }
  return row[b.length]!;
}

/** In order: what stands later sees what earlier lines made of it. */
const sounds: readonly (readonly [RegExp, string])[] = [
  [/(?:sk[iy]y|skii|skij|sk[iy]|cki|ckij|tsk[iy]y?|zk[iy])$/, "ski"],
  [/(?:skaya|skaia|skaja|skaa|ska)$/, "ska"],
  [/c(?=[aoulrtn]|$)/g, "k"],
  [/tch|tsch|tsh|cz|ch/g, "c"],
  [/sch|shch|sh|sz/g, "s"],
  [/zh|z/g, "s"],
  [/kh|gh|g/g, "h"],
  [/^(?:ts|c)(?=[ieyh])/, "t"],
  [/ts|tz/g, "t"],
  [/ph/g, "f"],
  [/[ao][uw](?=[^aeiouy])/g, "av"],
  [/w/g, "v"],
  [/ov$|ev$|off$|eff$/g, "v"],
  [/ck|q/g, "k"],
  [/j/g, "y"],
  [/h(?=[^aeiouy]|$)/g, ""],
];
