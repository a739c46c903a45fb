/**
 * An English word in the one of its spellings, British or American, that its other forms share, so that who asks for
 * the defense minister finds the defence minister: tumour and tumor, organise and organize, theatre and theater. What
 * it makes need not be a word, as long as all spellings come out alike, and other words apart.
 *
 * @param form a folded form
 */
export function oneSpelling(form: string): string {
  return form.length < 3 ? form : rules.reduce((spelled, [other, one]) => spelled.replace(other, one), form);
}

const rules: readonly (readonly [RegExp, string])[] = [
  // Labour, neighbourhood; not hour, tourist, course.
  [/(?<=[aeiouy][^aeiou]+i?)our(?=$|s$|ed|ing|er|a[bl]|ful|less|hood|it|is|iz|y|i(?:e|ly|ness))/, "or"],
  // Organise; not raise, promise, surprise, supervise, exercise, advertise.
  [
    /(?<=^.{3,}i)(?<!(?:[aeouvw]|ch|pr|[^i]c|(?:che|de|pre|pro|sur)m|(?:adver|chas|exper|trea)t|(?:an|ara)d|desp)i)s(?=(?:e[drs]?|ers|ings?|ations?|ational|abl[ey])$)/,
    "z",
  ],
  [/(?<=[a-z]{2}y)s(?=(?:e[drs]?|ers|ing)$)|(?<=[a-z]{2}ly)sis$/, "z"],
  [/^(def|off|lic|pret)enc(?=e[ds]?$|eless|ing$)/, "$1ens"],
  [/^practis/, "practic"],
  // Centre, metre, fibre; not timbre, since timber is another word.
  [/(?<=(?<!^ti)[a-z][bt]|meag)re(?=s?$)/, "er"],
  [/^centr(?=ed$|ing$)/, "center"],
  [/(?<=[aeiou][lt]og)u(?:e(?=[ds]?$)|(?=ing$))/, ""],
  [/(?<=gram)me(?=s?$)/, ""],
  // Travelled, counsellor, marvellous; not spelling.
  [/(?<=(?<!q)[aeiou][^aeiou]*[aeiou]l)(?<!(?:st|[bcfw])al)l(?=(?:ed|ings?|[eo]rs?|ous)$|iz)/, ""],
  [/(?<=^skil|^wil|^fulfil|^enrol|^instal)(?=ful|ment|s?$)/, "l"],
  // From Greek and Latin: anaemia, paediatric, oestrogen; not Israel, poet.
  [/(?<=h)ae(?=m)|ae(?=mi[ac]|sth)|(?<=p)ae(?=d)|(?<=gyn)ae(?=c)|(?<=ch|pal)ae(?=o)/, "e"],
  [/^ae(?=tiol)|(?<=^[fc])ae(?=[cs])|^oe(?=str|soph|dem)|(?<=^f)oe(?=t)|(?<=rrh)oe(?=[ai])/, "e"],
  [/(?<=pn)oe(?=a)|(?<=hom)oe(?=o)|(?<=c)oe(?=liac)|(?<=am)oe(?=b)/, "e"],
  [/manoeuv(?:re?|er)/, "maneuver"],
  [/sulph/, "sulf"],
  [/^leuc(?=o)/, "leuk"],
  [/^grey/, "gray"],
  [/plough/, "plow"],
  [/^sceptic/, "skeptic"],
  [/mould/, "mold"],
  [/^jeweller(?=y)/, "jewelr"],
  [/(?<=^ag|judg|acknowledg|abridg)e(?=ing|ment)/, ""],
  [/^aluminium/, "aluminum"],
  [/^aeroplane/, "airplane"],
  // Abbreviations of several: HSCs, MPs.
  [/(?<=^[^aeiouy]{2,})s$/, ""],
];
