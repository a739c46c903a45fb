import { readFileSync } from "node:fs";
import { stemmer } from "../text/stem.ts";

/**
 * What English words may stand for each other, read from `lexicon.txt` (WordNet 3.1, built by
 * `bench/build-lexicon.ts`) and a few lists of what newspapers say and WordNet does not. Words are given and compared
 * as lemmas, see {@link lemma}.
 */
export interface Lexicon {
  /** A common word of English: not a name that happens to stand first in a sentence. */
  common(lemma: string): boolean;
  /** It is often used as a verb. */
  verb(lemma: string): boolean;
  /** It is mostly an adjective or adverb. */
  attribute(lemma: string): boolean;
  /** One may be written for the other: synonym, derived form, or the general for the particular. */
  stands(claim: string, source: string): boolean;
  /** They say the contrary of each other. */
  opposed(a: string, b: string): boolean;
}

interface Entry {
  readonly same: ReadonlySet<string>;
  readonly opposite: ReadonlySet<string>;
  readonly kind: ReadonlySet<string>;
}

const stem = stemmer("en");

const irregular = pairs(
  "said say|spoke speak|spoken speak|held hold|made make|won win|lost lose|met meet|took take|taken take|gave give|given give|got get|went go|gone go|came come|told tell|saw see|seen see|knew know|known know|found find|left leave|led lead|sent send|built build|bought buy|sold sell|paid pay|kept keep|began begin|begun begin|brought bring|thought think|sought seek|fought fight|caught catch|taught teach|fell fall|fallen fall|rose rise|risen rise|grew grow|grown grow|drew draw|drawn draw|wrote write|written write|ran run|sat sit|stood stand|understood understand|spent spend|lent lend|meant mean|felt feel|dealt deal|broke break|broken break|chose choose|chosen choose|froze freeze|frozen freeze|stole steal|stolen steal|drove drive|driven drive|flew fly|flown fly|threw throw|thrown throw|shot shoot|struck strike|swore swear|sworn swear|became become|men man|women woman|people person|children child|wives wife|lives life|was be|were be|been be|is be|are be|am be|had have|has have|did do|does do|done do|bound bind|lay lie|laid lay|sank sink|shook shake|forgave forgive|withdrew withdraw|withdrawn withdraw|forbade forbid|overthrew overthrow|undertook undertake|upheld uphold|hit hit|freed free|agreed agree|fled flee|better good|best good|worse bad|worst bad",
);

/** Stand for each other in news English beyond WordNet's synonyms. */
const groups = lists(
  "free release liberate|jail prison imprison detain incarcerate custody captive|say state declare announce tell report note add claim voice|talk speak converse call phone telephone|lift remove drop ease waive relax roll|deal agreement accord pact bargain|leader president ruler strongman chief head|ally partner friend|envoy representative emissary delegate diplomat|improve mend better thaw warm normalise repair restore|use leverage exploit|seek want aim try attempt bid hope look|see view consider regard|visit trip travel come|wed marry spouse husband wife|country nation state|government administration authority cabinet|vote election poll ballot|war conflict invasion fight hostility|kill slay dead death die|start begin launch open resume|restart reopen|talk negotiation dialogue discussion|meet meeting encounter summit|sign signal indicate signify suggest show|help aid assist support back|praise laud commend hail applaud|return bring back|expel deport exile|reward exchange trade swap return quid|restriction sanction curb embargo penalty|reduce cut lower decrease ease|rely depend dependent dependence reliance|potash potassium|buy purchase acquire|get receive obtain accept|give hand present gift offer|big large major great significant substantial|important key major significant main vital crucial essential central|tie relation relationship link bond|change shift|open reopen|build rebuild|start restart|think believe see consider|important notable prominent|near close|show display demonstrate|keep retain maintain preserve|stop halt end cease|rule govern lead|power rule|money fund finance|chance opportunity opening|danger risk threat|effect affect impact influence|airline carrier flight|wish desire want|reluctant unwilling|bag sack hood|month later|area sector field|growth develop increase expansion|stable stability|west western|trade commerce|after following follow since|willing want ready|laureate winner|write report publish note say|way manner|several many various number|telephone phone call|foreigner foreign national",
);

/** Say the contrary in news English beyond WordNet's antonyms. */
const contraries = lists(
  "lift impose|lift keep|ease tighten|release jail|release detain|release arrest|release imprison|free jail|free detain|free arrest|free imprison|praise criticise|praise criticize|praise condemn|support oppose|approve reject|accept reject|accept refuse|agree refuse|agree reject|allow ban|allow forbid|allow block|permit ban|open close|reopen close|start end|begin end|win lose|gain lose|rise fall|rise drop|rise decline|increase decrease|increase reduce|increase cut|grow shrink|expand shrink|improve worsen|strengthen weaken|boost weaken|join leave|enter leave|buy sell|import export|before after|before following|former current|first last|early late|more less|more few|high low|up down|ally enemy|friend enemy|friend foe|thaw freeze|warm cool|majority minority|include exclude|attack defend|confirm deny|publicly privately|open secret|old new|rich poor|hope fear|husband wife|father mother|son daughter|brother sister|man woman|north south|east west|eastern western|northern southern|near far|major minor|domestic foreign|legal illegal|return deport|save spend|long short|large small|big small|strong weak|safe dangerous|success failure|succeed fail|guilty innocent|peace war|create destroy|build destroy|remember forget|reveal hide|appoint dismiss|hire fire|raise lower|summer winter|spring autumn|morning evening|day night|civilian military|public private|maximum minimum|positive negative|temporary permanent|internal external|increase decline|benefit risk|benefit harm|advantage drawback|cause prevent|extend shorten|closer further|bolster undermine|advance retreat|escalate ease|escalate defuse",
);

/** The form by which a word is compared: its Snowball stem, irregular forms brought home first. */
export function lemma(form: string): string {
  return stem(irregular.get(form) ?? form);
}

let loaded: Lexicon | undefined;

/** The lexicon, read on first use (some 20 ms). */
export function lexicon(): Lexicon {
  loaded ??= load(readFileSync(new URL("lexicon.txt", import.meta.url), "utf8"));
  return loaded;
}

function load(file: string): Lexicon {
  const lines = new Map<string, string>();
  for (const line of file.split("\n")) lines.set(/^[a-z]*/.exec(line)![0], line);
  const entries = new Map<string, Entry | undefined>();
  const entry = (word: string): Entry | undefined => {
    if (!entries.has(word)) {
      const [, ...fields] = lines.get(word)?.split("\t") ?? [];
      const [same, opposite, kind] = [0, 1, 2].map((i) => new Set(fields[i]?.split(" ").filter(Boolean)));
      entries.set(word, fields.length > 0 ? { same: same!, opposite: opposite!, kind: kind! } : undefined);
    }
    return entries.get(word);
  };
  const opposed = (a: string, b: string): boolean =>
    linked(contraries, a, b) || entry(a)?.opposite.has(b) === true || entry(b)?.opposite.has(a) === true;
  return {
    common: (word) => lines.has(word),
    verb: (word) => lines.get(word)?.startsWith(`${word} v`) === true,
    attribute: (word) => lines.get(word)?.startsWith(`${word} a`) === true,
    opposed,
    stands: (claim, source) =>
      !opposed(claim, source) &&
      (linked(groups, claim, source) ||
        entry(claim)?.same.has(source) === true ||
        entry(source)?.same.has(claim) === true ||
        entry(source)?.kind.has(claim) === true),
  };
}

function linked(table: ReadonlyMap<string, ReadonlySet<string>>, a: string, b: string): boolean {
  return table.get(a)?.has(b) === true;
}

function pairs(list: string): Map<string, string> {
  return new Map(list.split("|").map((pair) => pair.split(" ") as [string, string]));
}

/** Groups of words, each linked with the others of its group. */
function lists(list: string): Map<string, Set<string>> {
  const table = new Map<string, Set<string>>();
  for (const group of list.split("|")) {
    const members = group.split(" ").map(lemma);
    for (const member of members) {
      const others = table.get(member) ?? new Set();
      table.set(member, others);
      for (const other of members) if (other !== member) others.add(other);
    }
  }
  return table;
}
