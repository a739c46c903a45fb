import type { Similarity } from "../index/search/similarity.ts";
import { holds } from "../text/question.ts";
import { folded, words } from "../text/words.ts";
import { hasOneOf } from "./kind-asked.ts";
import type { Test } from "./sought.ts";

/** For somebody, a name that the question does not give itself, or a role. */
export function somebody(question: string, asked: ReadonlySet<string>, similarity: Similarity): Test | null {
  if (!/^\W*(?:(?:and|but|so|then)\W+)?(?:who|whom|whose)\b/iu.test(question)) return null;
  const opens = (sentence: string) => {
    const [first] = words(sentence);
    if (!first || asked.has(first.form)) return false;
    const { proper, empty } = similarity.word(first.form);
    return proper && !empty;
  };
  const role = hasOneOf(["person"], asked, similarity);
  return (sentence) =>
    roles.test(sentence) || holds(sentence, "name", asked) || opens(sentence) || role(sentence);
}

/** Those who act in the news without a name. */
const roles =
  /\b(?:delegations?|officials?|diplomats?|analysts?|experts?|authorit(?:y|ies)|critics|envoys?|presidents?|ministers?|governments?|administrations?|leaders?|spokes\p{L}+|sources|compan(?:y|ies)|police|courts?|voters|residents|scientists|researchers)\b/iu;

const whoIs = /^\W*(?:(?:and|but|so|then)\W+)?who(?:['’]s| is| was| are| were) (?<who>[^?,]+)/iu;
const before = /\s(?:of|to|for|in|on|at|with|from|by|who|that|during|under|since|before|after)\s.*/su;
/** What opens a description of somebody, not a predicate: an article, a possessive, a people. */
const describes = /^(?:an?|the|his|her|its|their|\p{L}+['’]s?|\p{Lu}\p{L}*(?:an|ese|ish|ch)) /u;

/** For "who is the ambassador to Belarus?", the office; for "who is John Coale?", the name. */
export function office(question: string, similarity: Similarity): Test | null {
  const who = whoIs.exec(question)?.groups?.who?.replace(before, "") ?? "";
  if (!describes.test(who) && !/^(?:\p{Lu}\S*\s*)+$/u.test(who)) return null;
  const head = words(who).at(-1);
  return head ? speaksOf(head.form, similarity, alike) : null;
}

const somebodySays =
  /\p{Lu}[\p{L}’'-]+ (?:say|said|think|thought|tell|told|write|wrote|claim|claimed) (?:\p{Ll}+ )?(?:about|of|on) (.+)/u;

/** For what somebody said about somebody or some country: that name, in one of its forms. */
export function topic(question: string, similarity: Similarity): Test | null {
  const [, about = ""] = somebodySays.exec(question) ?? [];
  const name = about.match(/\p{Lu}[\p{L}’'-]+/gu)?.at(-1);
  return name === undefined ? null : speaksOf(folded(name), similarity);
}

const saying =
  "sa(?:y|ys|id)|t(?:ell|ells|old)|think|thinks|thought|writ(?:e|es)|wrote|claim(?:s|ed)?|announc(?:e|es|ed)|declar(?:e|es|ed)|warn(?:s|ed)?|boast(?:s|ed)?|promis(?:e|es|ed)|demand(?:s|ed)?|report(?:s|ed)?";
const whatSaid = new RegExp(
  `\\b[Ww]hat (?:did|does|do|has|have|had) (?:the )?(?:(?:\\p{L}+ )*?)?(\\p{Lu}[\\p{L}’'-]+) (?:${saying})\\b`,
  "u",
);
/** What tells that whoever stands beside it speaks, or takes a stand. */
const speaks = new RegExp(
  `^(?:${saying}|accord(?:s|ed|ing)|acknowledg(?:es|ed)|admit(?:s|ted)?|conclud(?:es|ed)|estimat(?:es|ed)|predict(?:s|ed)?|explain(?:s|ed)?|add(?:s|ed)?|argu(?:e|es|ed|ing)|assur(?:es|ed)|not(?:es|ed)|stat(?:es|ed)|insist(?:s|ed)?|stress(?:es|ed)?|urg(?:e|es|ed)|call(?:s|ed)?|ask(?:s|ed)?|den(?:y|ies|ied)|confirm(?:s|ed)?|suggest(?:s|ed)?|prais(?:e|es|ed)|critici[sz](?:es|ed)|condemn(?:s|ed)?|back(?:s|ed)|quot(?:es|ed)|joked?|vow(?:s|ed)?|pledg(?:es|ed)|hail(?:s|ed)?|welcom(?:es|ed)|reveal(?:s|ed)?|describ(?:es|ed)|express(?:es|ed)|signal(?:s|l?ed)?|hint(?:s|ed)?|propos(?:es|ed)|float(?:s|ed)|see(?:s)?|saw|regards?|believ(?:es|ed)|opinion|view|words|remarks?|statement|comments?)$`,
);
/** How far, in words, one who speaks stands from what tells that he does. */
const beside = 5;

/** For what somebody said: the name, or a pronoun that opens the sentence, beside a word for saying. */
export function sayer(question: string, similarity: Similarity): Test | null {
  const [, name] = whatSaid.exec(question) ?? [];
  if (name === undefined) return null;
  const sought = similarity.word(folded(name));
  return (sentence) => {
    const said = words(sentence).map(({ form }) => form);
    return said.some(
      (form, i) =>
        ((i === 0 && /^(?:he|she|they)$/.test(form)) ||
          similarity.between(sought, similarity.word(form)) > known) &&
        said.slice(Math.max(0, i - beside), i + beside + 1).some((other) => speaks.test(other)),
    );
  };
}

const kin =
  "wife|husband|spouse|partner|son|daughter|child|children|father|mother|parents?|brother|sister|widow";
const whoseKin = new RegExp(
  `(\\p{L}+)['’]s? (?:${kin})\\b|\\b(?:${kin}) of (?:\\p{Lu}\\p{L}+ )*?(\\p{Lu}\\p{L}+)|\\bmarried to (?:\\p{Lu}\\p{L}+ )*(\\p{Lu}\\p{L}+)`,
  "u",
);
const anyKin = new RegExp(`\\b(?:${kin}|married)\\b`, "iu");

/** For somebody's relative: a relative, and that somebody, in one sentence. */
export function relative(question: string, similarity: Similarity): Test | null {
  const match = whoseKin.exec(question);
  if (!match) return null;
  const whose = words(match[1] ?? match[2] ?? match[3] ?? "").map(({ form }) => speaksOf(form, similarity));
  return (sentence) => anyKin.test(sentence) && whose.some((named) => named(sentence));
}

/** From here on a word is a name, in one of its forms; from there on, one that can stand for another. */
const known = 0.9;
const alike = 0.75;

function speaksOf(form: string, similarity: Similarity, from = known): Test {
  const sought = similarity.word(form);
  return (sentence) =>
    words(sentence).some((word) => similarity.between(sought, similarity.word(word.form)) > from);
}
