/**
 * A key that the spellings of one name share: Lukashenko, Lukashenka; Tsikhanouski, Tikhanovsky, Cihanoŭski.
 * It keeps the consonants in order as most romanisations of Slavic, Arabic and Greek names agree on them, and marks
 * a feminine ending, since Tikhanovskaya is not Tikhanovsky. Null where too little is left to tell names apart.
 * Takes a folded form in Latin letters.
 */
export function nameKey(form: string): string | null {
  if (form.length < 5 || !/^[a-z]+$/.test(form)) return null;
  const feminine = /(?:[aeiy]ya|aia|aja|ova|eva|ava|ouskaya|ina)$/.test(form) ? "+" : "";
  let key = form;
  for (const [spelling, sound] of sounds) key = key.replace(spelling, sound);
  const first = key[0]!;
  const rest = key.slice(1).replace(/[aeiouy]/g, "");
  const told = (/[aeiouy]/.test(first) ? "a" : first) + rest;
  return told.length < 4 ? null : told.replace(/(.)\1+/g, "$1") + feminine;
}

/** In order: what stands later sees what earlier lines made of it. */
const sounds: readonly (readonly [RegExp, string])[] = [
  [/(?:sk[iy]y|skii|skij|sk[iy]|cki|ckij|tsk[iy]y?|zk[iy])$/, "ski"],
  [/(?:skaya|skaia|skaja|skaa|ska)$/, "ska"],
  [/tch|tsch|tsh|cz|ch/g, "c"],
  [/sch|shch|sh|sz/g, "s"],
  [/zh|z/g, "s"],
  [/kh|gh/g, "h"],
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
