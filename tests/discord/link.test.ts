import { expect, test } from "vitest";
import { quoteLink, webAddress } from "../../src/discord/link.ts";

test("a short quote is the fragment whole, a long one its first and last words", () => {
  expect(quoteLink("https://a.example/b", "123 political prisoners")).toBe(
    "https://a.example/b#:~:text=123%20political%20prisoners",
  );
  const long =
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen";
  expect(quoteLink("https://a.example/b", long)).toBe(
    "https://a.example/b#:~:text=one%20two%20three%20four,thirteen%20fourteen%20fifteen%20sixteen",
  );
});

test("what has a meaning in a fragment is encoded", () => {
  expect(quoteLink("https://a.example/", "a-b, c & d")).toBe(
    "https://a.example/#:~:text=a%2Db%2C%20c%20%26%20d",
  );
});

test("a text without spaces is matched by its first and last characters", () => {
  const link = quoteLink("https://a.example/", "白俄罗斯".repeat(30))!;
  const [start, end] = link.split("text=")[1]!.split(",").map(decodeURIComponent);
  expect([start, end]).toEqual(["白俄罗斯".repeat(5), "白俄罗斯".repeat(5)]);
});

test("only web addresses become links, and none breaks out of its brackets", () => {
  for (const url of [
    null,
    "",
    "javascript:alert(1)",
    "file:///etc/passwd",
    "https://user@a.example/",
    "nonsense",
  ]) {
    expect(webAddress(url)).toBeNull();
  }
  expect(webAddress("https://a.example/(x)_y")).toBe("https://a.example/%28x%29%5Fy");
  expect(webAddress(`https://a.example/${"x".repeat(500)}`)).toBeNull();
});
