import type { SentFile } from "../../tests/wire/discord/judge.ts";
import type { Message } from "../../tests/wire/discord/world.ts";
import { escaped, markdown } from "./markdown.ts";

/** Something people see in a channel. */
export type Shown =
  | { readonly who: string; readonly says: string; readonly to?: string }
  | {
      readonly message: Message;
      readonly used?: readonly [who: string, command: string];
      readonly to?: readonly [who: string, words: string];
    };

interface Component {
  readonly type: number;
  readonly content?: string;
  readonly components?: readonly Component[];
  readonly accessory?: Component;
  readonly accent_color?: number;
  readonly label?: string;
  readonly emoji?: { readonly name: string };
  readonly disabled?: boolean;
  readonly style?: number;
  readonly options?: readonly { readonly label: string; readonly default?: boolean }[];
  readonly default_values?: readonly { readonly id: string }[];
  readonly items?: readonly { readonly media: { readonly url: string } }[];
  readonly file?: { readonly url: string };
}

/** A channel as an HTML page. */
export function page(shown: readonly Shown[], names: Readonly<Record<string, string>>): string {
  return `<!doctype html><meta charset=utf-8><style>${style}</style><main>${shown.map((each) => one(each, names)).join("")}</main>`;
}

function one(shown: Shown, names: Readonly<Record<string, string>>): string {
  if ("says" in shown) {
    const { who, says, to } = shown;
    const above = to === undefined ? "" : reply("Attaché", to, true);
    return `${above}<article><div class="avatar" style="background:${colour(who)}">${escaped(who[0]!)}</div><div><header><b>${escaped(who)}</b><time>Today at 12:00</time></header><div class=text>${markdown(says)}</div></div></article>`;
  }
  const { message, used, to } = shown;
  const { body, files } = message.versions.at(-1)!;
  const above = used
    ? `<div class=above><i class=dot style="background:${colour(used[0])}"></i><b>${escaped(used[0])}</b> used <span class=mention>/${escaped(used[1])}</span></div>`
    : to
      ? reply(...to, false)
      : "";
  const below = message.ephemeral
    ? `<div class=private>👁 Only you can see this · <a>Dismiss message</a></div>`
    : "";
  const components = (body.components as Component[]).map((each) => component(each, files, names)).join("");
  return `${above}<article><div class="avatar bot">A</div><div class=body><header><b>Attaché</b><em>✓ APP</em><time>Today at 12:00</time></header>${components}${below}</div></article>`;
}

function reply(who: string, words: string, bot: boolean): string {
  const dot = bot ? "#5865f2" : colour(who);
  return `<div class=above><i class=dot style="background:${dot}"></i><b>${escaped(who)}</b> ${escaped(words)}</div>`;
}

function component(
  given: Component,
  files: readonly SentFile[],
  names: Readonly<Record<string, string>>,
): string {
  const inner = () => (given.components ?? []).map((each) => component(each, files, names)).join("");
  switch (given.type) {
    case 1:
      return `<div class=row>${inner()}</div>`;
    case 2:
      return `<button ${given.disabled ? "disabled" : ""}>${given.emoji ? `<span>${given.emoji.name}</span>` : ""}${given.label ? `<b>${escaped(given.label)}</b>` : ""}</button>`;
    case 3:
      return `<div class=select>${escaped(given.options?.find((option) => option.default)?.label ?? "")}<span>⌄</span></div>`;
    case 6:
    case 8: {
      const chosen = (given.default_values ?? []).map(
        ({ id }) => `<span class=chip>${escaped(names[id] ?? id)}</span>`,
      );
      return `<div class=select><div>${chosen.join("") || "<i>Make a selection</i>"}</div><span>⌄</span></div>`;
    }
    case 9:
      return `<div class=section><div>${inner()}</div>${component(given.accessory!, files, names)}</div>`;
    case 10:
      return `<div class=text>${markdown(given.content!)}</div>`;
    case 12: {
      const name = given.items![0]!.media.url.replace("attachment://", "");
      const file = files.find((each) => each.name === name)!;
      return `<img src="data:image/png;base64,${file.data.toString("base64")}">`;
    }
    case 13: {
      const name = given.file!.url.replace("attachment://", "");
      const file = files.find((each) => each.name === name)!;
      return `<div class=file>📄 <div><a>${escaped(name)}</a><small>${(file.data.length / 1_024).toFixed(1)} KB</small></div></div>`;
    }
    case 14:
      return "<hr>";
    case 17: {
      const accent = `#${(given.accent_color ?? 0).toString(16).padStart(6, "0")}`;
      return `<section style="border-left-color:${accent}">${inner()}</section>`;
    }
    default:
      throw new Error(`no picture of component ${given.type}`);
  }
}

function colour(who: string): string {
  return ["#eb459e", "#57a773", "#f0883e", "#5aa7d8"][who.charCodeAt(0) % 4]!;
}

const style = `
* { box-sizing: border-box; margin: 0; padding: 0; }
body { background: #1a1a1e; color: #dcdde1; font: 15px/1.4 "gg sans", Inter, "Noto Sans CJK SC", sans-serif; width: 760px; }
main { padding: 20px 20px 24px; }
article { display: flex; gap: 14px; margin-bottom: 18px; }
.avatar { width: 40px; height: 40px; border-radius: 50%; flex: none; display: grid; place-items: center; color: #fff; font-weight: 600; font-size: 18px; }
.avatar.bot { background: linear-gradient(135deg, #3b82f6, #5865f2); }
article > div:last-child { flex: 1; min-width: 0; }
header { margin-bottom: 3px; display: flex; align-items: baseline; gap: 6px; }
header b { color: #fff; font-weight: 550; }
header em { background: #5865f2; color: #fff; font: 600 10px/15px Inter; padding: 0 4px; border-radius: 4px; align-self: center; }
time { color: #85868e; font-size: 12px; }
.above { color: #a9aab1; font-size: 13px; margin: 0 0 4px 54px; position: relative; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; padding-left: 0; }
.above::before { content: ""; position: absolute; left: -34px; top: 9px; width: 28px; height: 10px; border: 2px solid #3f4047; border-right: 0; border-bottom: 0; border-top-left-radius: 6px; }
.above { overflow: visible; max-width: 640px; }
.above b { color: #dcdde1; font-weight: 550; }
.dot { display: inline-block; width: 14px; height: 14px; border-radius: 50%; vertical-align: -2px; margin-right: 5px; }
.mention { background: #3c4270; color: #c9cdfb; border-radius: 3px; padding: 0 3px; }
section { background: #242429; border: 1px solid #323339; border-left: 4px solid; border-radius: 8px; padding: 14px 16px; display: grid; gap: 9px; max-width: 640px; margin-bottom: 8px; }
h3 { font-size: 17px; font-weight: 650; color: #fff; line-height: 1.3; }
b { font-weight: 650; color: #f2f3f5; }
small { display: block; color: #9b9ca4; font-size: 12.5px; }
p.gap { height: 8px; }
blockquote { border-left: 4px solid #4e4f57; padding-left: 11px; color: #d0d1d6; }
li { margin-left: 18px; }
a { color: #74a5f5; }
a b { color: inherit; }
code { background: #141417; border-radius: 4px; padding: 1px 5px; font: 13px "DejaVu Sans Mono", monospace; }
hr { border: 0; border-top: 1px solid #3a3b42; }
.section { display: flex; gap: 14px; align-items: flex-start; justify-content: space-between; }
.section > div { min-width: 0; }
.row { display: flex; gap: 8px; flex-wrap: wrap; margin-top: 2px; }
button { background: #3a3b42; color: #f2f3f5; border: 1px solid #46474e; border-radius: 8px; font: 550 14px Inter, "Noto Sans CJK SC", sans-serif; padding: 7px 14px; white-space: nowrap; flex: none; }
button b { font-weight: 550; }
button span + b { margin-left: 7px; }
button:disabled { opacity: .45; }
.select { background: #1b1b1f; border: 1px solid #46474e; border-radius: 8px; padding: 8px 12px; width: 100%; display: flex; justify-content: space-between; color: #f2f3f5; min-width: 420px; }
.select i { color: #85868e; font-style: normal; }
.chip { background: #3a3b42; border-radius: 5px; padding: 1px 8px; margin-right: 6px; }
img { max-width: 640px; width: 100%; border-radius: 8px; display: block; margin-bottom: 8px; }
.file { background: #242429; border: 1px solid #3a3b42; border-radius: 8px; padding: 10px 14px; display: inline-flex; gap: 10px; margin-bottom: 8px; font-size: 15px; }
.private { color: #9b9ca4; font-size: 12px; margin-top: 4px; }
`;
