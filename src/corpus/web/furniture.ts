/** Elements that hold no article, whatever their names. */
const TAGS = new Set(["nav", "footer", "aside", "figcaption"]);
const ROLES =
  /^(navigation|complementary|contentinfo|search|dialog|alertdialog|menu|menubar|toolbar|tablist|banner)$/;

/** Words in a class or id that name a part of the page beside the article. */
const NAMES = new RegExp(
  `(?:^|[\\s_-])(?:${[
    "shar(?:e|es|ing|ebar|edaddy)(?:links|buttons?|bar|tools?)?|social\\w*|sociable|addtoany|follow-?us",
    "related\\w*|recommend\\w*|(?:you-)?might-?also|see-?also|read-?(?:more|next|also)|also-?read|more-?(?:stories|news|from|articles|posts|on)|further-?reading",
    "most-?(?:read|popular|viewed|shared)|trending|popular-?\\w*|latest-?(?:news|posts|stories|articles)|recent-?(?:posts|articles|news|comments)|top-?stories",
    "newsletter\\w*|subscri\\w*|sign-?up|opt-?in|mailchimp|mc_embed\\w*|donat(?:e|ion)\\w*|paywall-?(?:prompt|overlay|message)|regwall",
    "cookies?\\w*|consent\\w*|gdpr|privacy-?(?:banner|notice)|onetrust\\w*",
    "bread-?crumbs?|pagination|pager|page-?nav|(?:post|posts|entry|article)-?navigation|nav-?(?:links|bar|menu)?|navigation|menu|skip-?link|instagram-media",
    "(?:image-?|img-?|photo-?|picture-?|media-?|wp-)?caption(?:-?(?:text|wrap|container))?|(?:photo|image|img|picture|media)-?(?:credits?|copyright|source)|bildunterschrift|legende|bildquelle",
    "ads?|advert\\w*|adslot|ad-?(?:container|wrapper|unit|box|label)|anzeige\\w*|werbung|publicidad|pubblicita|sponsor\\w*|promo\\w*|outbrain|taboola\\w*|teads\\w*",
    "teasers?-?(?:list|box|row|items?)|side-?bar\\w*|site-?(?:footer|header|nav)|foot(?:er)?-?\\w*|widgets?(?:-?area)?|toolbar|modal|popup|overlay|lightbox|screen-reader-text|visually-?hidden|sr-only",
    "(?:about-?|post-?|entry-?)author(?:-?(?:info|box|bio))?|author-?(?:bio|box|info|card|block)|authorbox|byline|dateline|post-?meta|entry-?meta|article-?meta|meta-?(?:data|info)|(?:post|entry|article)-?(?:tags|categories|footer|info)|tags|tag-?list|tag-?cloud|categor(?:y|ies)-?list",
    "print-?(?:only|link|button)|feedback|rating\\w*|voting|poll|quiz|login|register",
  ].join("|")})(?=$|[\\s_-]|\\d)`,
  "i",
);
/** What readers wrote, which may well be longer than the article. */
const COMMENTS =
  /(?:^|[\s_-])(?:comments?|comment-?(?:list|section|form|area|respond)|commentlist|disqus\w*|respond|kommentare?|comentarios|commentaires?|leserbriefe?)(?=$|[\s_-]|\d)/i;
const SPOKEN_TO_EVERYONE = /^(?:html|body|main|article|h1)$/;
const UNSEEN = /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;

const BUILDER =
  /\belementor-widget(?!-(?:share|social|nav|breadcrumbs|post-navigation|author-box|posts|table-of))[\w-]*/g;

/** An element with more of the page's running text than this is the article, whatever it is called. */
const BODY_SHARE = 0.45;
const COMMENTS_SHARE = 0.9;
const SMALL = 0.05;

/**
 * A test for the elements of a page that are no part of its article: navigation, share bars, related links, captions,
 * comments, notices on cookies, advertisements, and what is not shown. Scripts must be gone from the page before.
 *
 * @param byName whether an element's class and id count beside its tag and role
 */
export function furnitureOf(body: Element, byName = true): (element: Element) => boolean {
  const whole = textIn(body);
  return (element) => {
    if (SPOKEN_TO_EVERYONE.test(element.localName)) return false;
    const comments = byName && COMMENTS.test(namesOf(element));
    if (!comments && !looksLikeFurniture(element, byName)) return false;
    if (element.querySelector("h1") !== null) return false;
    // Most of what is named so is small: counting its paragraphs can be spared.
    if ((element.textContent?.length ?? 0) < whole.unlinked * SMALL) return true;
    const own = textIn(element);
    const most = comments ? COMMENTS_SHARE : BODY_SHARE;
    return own.paragraphs <= whole.paragraphs * most && own.unlinked <= whole.unlinked * most;
  };
}

function looksLikeFurniture(element: Element, byName: boolean): boolean {
  if (TAGS.has(element.localName)) return true;
  if (byName && NAMES.test(namesOf(element))) return true;
  if (element.hasAttribute("hidden") || UNSEEN.test(element.getAttribute("style") ?? "")) return true;
  return ROLES.test(element.getAttribute("role") ?? "") || element.getAttribute("aria-hidden") === "true";
}

/** An element's classes and id, but for those with which page builders wrap everything. */
export function namesOf(element: Element): string {
  const names = `${element.getAttribute("class") ?? ""} ${element.getAttribute("id") ?? ""}`.trim();
  return names.includes("elementor") ? names.replace(BUILDER, "") : names;
}

/** Letters in paragraphs, and letters outside of links: many pages have no paragraphs, and some no links. */
function textIn(element: Element): { readonly paragraphs: number; readonly unlinked: number } {
  const letters = (some: Iterable<Element>) => {
    let sum = 0;
    for (const { textContent } of some) sum += textContent?.length ?? 0;
    return sum;
  };
  const all = letters([element]);
  return {
    paragraphs: letters(element.getElementsByTagName("p")),
    unlinked: all - letters(element.getElementsByTagName("a")),
  };
}
