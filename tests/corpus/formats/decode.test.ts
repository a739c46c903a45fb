import { expect, it } from "vitest";
import { decodeText } from "../../../src/corpus/formats/decode.ts";

const RUSSIAN = "Президент Белоруссии заявил, что готов к большой сделке с Соединёнными Штатами Америки.";

/** Windows-1251, enough of it for Russian. */
function cp1251(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => {
    const code = letter.codePointAt(0)!;
    if (letter === "ё") return 0xb8;
    return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code;
  });
}

it.each([
  ["UTF-8 with a byte order mark", Buffer.from(`\uFEFF${RUSSIAN}`), undefined],
  ["UTF-8 that is declared Latin-1", Buffer.from(RUSSIAN), "text/plain; charset=iso-8859-1"],
  ["UTF-16 with a mark", Buffer.from(`\uFEFF${RUSSIAN}`, "utf16le"), undefined],
  ["windows-1251 by the header", cp1251(RUSSIAN), "text/plain; charset=windows-1251"],
  ["windows-1251 by its letters", cp1251(RUSSIAN), undefined],
  ["windows-1251 that is declared UTF-8", cp1251(RUSSIAN), "text/plain; charset=utf-8"],
])("reads %s", (_, bytes, mediaType) => {
  expect(decodeText(bytes, mediaType)).toBe(RUSSIAN);
});

it("reads what a page's meta declares", () => {
  const page = `<meta http-equiv="Content-Type" content="text/html; charset=windows-1251"><p>${RUSSIAN}`;
  expect(decodeText(cp1251(page))).toBe(page);
});

it("reads UTF-16 without a mark, and seven-bit Japanese that is declared", () => {
  expect(decodeText(Buffer.from("Ministers agree on three points", "utf16le"))).toBe(
    "Ministers agree on three points",
  );
  const iso2022 = Uint8Array.from([0x1b, 0x24, 0x42, 0x46, 0x7c, 0x4b, 0x5c, 0x1b, 0x28, 0x42]);
  expect(decodeText(iso2022, "text/html; charset=iso-2022-jp")).toBe("日本");
});

it("keeps UTF-8 with one broken byte as UTF-8, and never throws on noise", () => {
  const broken = Buffer.concat([Buffer.from(RUSSIAN), Buffer.from([0xd0])]);
  expect(decodeText(broken)).toBe(`${RUSSIAN}\uFFFD`);
  const noise = Uint8Array.from({ length: 4096 }, (_, i) => (i * 7919) % 256);
  expect(decodeText(noise, "text/html; charset=no-such-thing").length).toBeGreaterThan(0);
});
