/** Discord's Markdown as HTML, as far as the bot uses it: what its backslashes guard stays text. */
export function markdown(text: string): string {
  return text
    .split("\n")
    .map((line) => {
      if (line.startsWith("### ")) return `<h3>${inline(line.slice(4))}</h3>`;
      if (line.startsWith("-# ")) return `<small>${inline(line.slice(3))}</small>`;
      if (line.startsWith("> ")) return `<blockquote>${inline(line.slice(2))}</blockquote>`;
      if (line.startsWith("- ")) return `<li>${inline(line.slice(2))}</li>`;
      return line === "" ? "<p class=gap></p>" : `<p>${inline(line)}</p>`;
    })
    .join("");
}

export function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

type Rule = readonly [pattern: RegExp, html: (match: RegExpExecArray) => string];

/** The first rule that matches where the text stands is taken, as Discord's own parser does. */
const rules: readonly Rule[] = [
  [/^\\([^0-9A-Za-z\s])/, ([, mark]) => escaped(mark!)],
  [/^\*\*((?:\\.|[^*\\])+)\*\*/, ([, inner]) => `<b>${inline(inner!)}</b>`],
  [/^\*((?:\\.|[^*\\])+)\*/, ([, inner]) => `<i>${inline(inner!)}</i>`],
  [/^`([^`]+)`/, ([, inner]) => `<code>${escaped(inner!)}</code>`],
  [/^\[((?:\\.|[^\]\\])+)\]\((https?:[^)\s]+)\)/, ([, label]) => `<a>${inline(label!)}</a>`],
  [/^<@\d+>/, () => `<span class=mention>@Attaché</span>`],
  [/^[\s\S]/u, ([character]) => escaped(character!)],
];

function inline(text: string): string {
  let html = "";
  let rest = text;
  while (rest !== "") {
    for (const [pattern, render] of rules) {
      const match = pattern.exec(rest);
      if (!match) continue;
      html += render(match);
      rest = rest.slice(match[0].length);
      break;
    }
  }
  return html;
}
