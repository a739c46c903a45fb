import { expect, it } from "vitest";
import { askedWords } from "../../src/text/asked.ts";
import { isFunctionWord } from "../../src/text/function-words.ts";
import { holds, wanted } from "../../src/text/question.ts";

it.each([
  [
    "time",
    "When was she freed?",
    "Когда её освободили?",
    "Коли її звільнили?",
    "Wann wurde sie freigelassen?",
  ],
  ["time", "Quand a-t-elle été libérée ?", "¿Cuándo fue liberada?", "她什么时候获释？", "她什麼時候獲釋？"],
  ["time", "متى أُفرج عنها؟", "彼女はいつ釈放されましたか？", "언제 석방되었습니까?"],
  ["number", "How many were freed?", "Сколько человек освободили?", "Скільки людей звільнили?"],
  ["number", "Wie viele wurden befreit?", "Combien de prisonniers ?", "¿Cuántos presos?", "释放了多少囚犯？"],
  [
    "name",
    "Who freed them?",
    "Кто их освободил?",
    "Хто їх звільнив?",
    "Wer hat sie befreit?",
    "Qui les a libérés ?",
  ],
  ["name", "¿Quién los liberó?", "谁释放了他们？", "誰が釈放しましたか？", "누가 석방했습니까?"],
  [
    "reason",
    "Why now?",
    "Почему сейчас?",
    "Warum jetzt?",
    "Pourquoi maintenant ?",
    "¿Por qué ahora?",
    "为什么？",
  ],
])("sees that a %s is asked for, in many languages", (kind, ...questions) => {
  for (const question of questions) expect([question, wanted(question)]).toEqual([question, kind]);
});

it("takes a clause that begins with an asking word for no question of its own", () => {
  expect(wanted("What happened when the talks collapsed?")).toBe(null);
  expect(wanted("When a state spreads its customs, what is it called?")).toBe(null);
  expect(wanted("Who was president when the embassy closed?")).toBe("name");
  expect(wanted("How many people who fled were there?")).toBe("number");
  expect(wanted("When was the man who shot him tried?")).toBe("time");
});

it("sees what may answer by the signs of the sentence's own language", () => {
  const none = new Set<string>();
  expect(holds("Sie wurde im März freigelassen.", "time", none)).toBe(true);
  expect(holds("El año pasado fue liberada por el gobierno.", "time", none)).toBe(true);
  expect(holds("她于去年获释。", "time", none)).toBe(true);
  // “an” is a year's word in French, “once” a number in Spanish.
  expect(holds("He ate an apple in the garden.", "time", none)).toBe(false);
  expect(holds("They met at the old mill.", "number", none)).toBe(false);
});

it("asks for no function words of the question's language, and takes no English word for one", () => {
  const forms = (question: string) => askedWords(question).map(({ form }) => form);
  expect(forms("Wie viele Menschen starben im Krieg?")).toEqual(["menschen", "starben", "krieg"]);
  expect(forms("¿Quién ganó las elecciones?")).toEqual(["gano", "elecciones"]);
  expect(forms("Скільки в'язнів звільнили?")).toEqual(["вязнів", "звільнили"]);
  expect(forms("Iraq war")).toEqual(["iraq", "war"]);
  expect(forms("Will the son die in the war?")).toEqual(["son", "die", "war"]);
  expect(forms("what is it")).toEqual(["what", "is", "it"]);
  expect([isFunctionWord("war"), isFunctionWord("war", "de")]).toEqual([false, true]);
});

it("weighs pairs of characters by whether they lie within a word", () => {
  const asked = new Map(askedWords("美国为什么解除制裁").map(({ form, share }) => [form, share]));
  expect([asked.get("美国"), asked.get("解除"), asked.get("制裁")]).toEqual([1, 1, 1]);
  expect(asked.get("除制")).toBeLessThan(1);
  expect(asked.has("什么")).toBe(false);
  // A character that is a word counts in full, one that is part of a word less.
  const single = new Map(askedWords("谁造了这张弓").map(({ form, share }) => [form, share]));
  expect([single.get("弓"), single.has("谁"), single.has("了")]).toEqual([1, false, false]);
  expect(asked.get("国")).toBeLessThan(0.5);
});
