import { expect, test } from "vitest";
import { judge, pings } from "./judge.ts";

const message = (body: Record<string, unknown>) =>
  judge({ method: "POST", path: "/channels/100000000000000001/messages", body, files: [] }).join("\n");
const allowed = { allowed_mentions: { parse: [] } };
const text = (content: string) => ({ type: 10, content });

test("a good message passes", () => {
  expect(message({ ...allowed, flags: 1 << 15, components: [text("Hello")] })).toBe("");
});

test.each([
  ["an unknown key", { ...allowed, content: "Hello", colour: 1 }, "unknown key /colour"],
  ["2,001 characters", { ...allowed, content: "x".repeat(2_001) }, "over 2000"],
  ["no allowed_mentions", { content: "Hello" }, "no allowed_mentions"],
  [
    "4,001 characters of text",
    { ...allowed, flags: 1 << 15, components: [text("x".repeat(2_001)), text("x".repeat(2_000))] },
    "4001 characters",
  ],
  [
    "41 components",
    {
      ...allowed,
      flags: 1 << 15,
      components: [{ type: 17, components: Array.from({ length: 40 }, () => text("x")) }],
    },
    "41 components",
  ],
  ["components v2 without their flag", { ...allowed, components: [text("x")] }, "without the flag"],
  [
    "content beside components v2",
    { ...allowed, flags: 1 << 15, content: "x", components: [text("x")] },
    "beside components v2",
  ],
  ["an empty text", { ...allowed, flags: 1 << 15, components: [text("")] }, "too_small"],
  [
    "a file that was not sent",
    { ...allowed, flags: 1 << 15, components: [{ type: 13, file: { url: "attachment://a.md" } }] },
    "was not sent",
  ],
  [
    "embeds of more than 6,000 characters",
    { ...allowed, embeds: [{ description: "x".repeat(3_100) }, { description: "x".repeat(3_100) }] },
    "embeds over 6000",
  ],
])("%s does not", (_, body, fault) => {
  expect(message(body)).toContain(fault);
});

test("a route or a command name that Discord does not know does not pass either", () => {
  expect(judge({ method: "POST", path: "/nowhere", body: {}, files: [] })).toEqual([
    "POST /nowhere: no such route",
  ]);
  const body = [{ name: "Ask Me", description: "x", type: 1 }];
  expect(judge({ method: "PUT", path: "/applications/1/commands", body, files: [] }).join()).toContain(
    "command name",
  );
});

test("a ping is a mention that allowed_mentions lets through", () => {
  expect(pings({ content: "@everyone <@400000000000000010>" })).toEqual([
    "everyone",
    "user 400000000000000010",
  ]);
  expect(pings({ content: "@everyone", allowed_mentions: { parse: ["everyone"] } })).toEqual(["everyone"]);
  expect(pings({ content: "@everyone <@&500000000000000001>", allowed_mentions: { parse: [] } })).toEqual([]);
});
