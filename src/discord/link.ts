/**
 * The address of a quote: the article's, with a text fragment (WICG Scroll to Text Fragment) that brings the quoted
 * words into view. Null where the article has no address that a browser may safely open.
 */
export function quoteLink(url: string | null, quote: string): string | null {
  const address = webAddress(url);
  if (address === null) return null;
  const fragment = textFragment(quote);
  return fragment === "" || fragment.length > longest
    ? address
    : `${address.replace(/#.*$/, "")}#:~:text=${fragment}`;
}

/** Addresses count towards the characters of a message. */
const longest = 400;

/** The address in a form that can stand in `[…](…)`, or null where it is no http(s) address. */
export function webAddress(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const { protocol, username, href } = new URL(url);
  if (!/^https?:$/.test(protocol) || username !== "" || href.length > longest) return null;
  return href.replace(/[()<>*_~|`\\]/g, percent);
}

/** A browser matches whole words: short quotes are given whole, long ones by their first and last words. */
function textFragment(quote: string): string {
  const line = quote.replace(/\s+/g, " ").trim();
  if (line.length <= 80) return encode(line);
  const words = line.split(" ");
  // A text without spaces is matched by characters.
  if (words.length < 8) return `${encode(line.slice(0, 20))},${encode(line.slice(-20))}`;
  return `${encode(words.slice(0, 4).join(" "))},${encode(words.slice(-4).join(" "))}`;
}

/** Percent-encodes what has a meaning in a fragment directive (`-`, `,`, `&`) or in Discord's markup. */
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(/[-,&()*_~!'.]/g, percent);
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
}
