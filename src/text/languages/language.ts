/** What a question asks for: something counted, a point in time, somebody or somewhere by name, what may be, or why. */
export type Wanted = "number" | "time" | "name" | "possibility" | "reason";

/** The words of a language that hold sentences together, and those by which it asks and answers. */
export interface Language {
  /** Words of the closed classes, which say nothing of what a text is about; between spaces. */
  readonly functionWords: string;
  /** What a question of each kind is recognised by: a pattern of whole words. */
  readonly asks: Readonly<Partial<Record<Wanted, string>>>;
  /** What shows in a sentence that it may answer such a question: names show by their capitals. */
  readonly signs: Readonly<Partial<Record<Exclude<Wanted, "name">, string>>>;
  /** Whether it is written without spaces, so that a pattern may begin and end anywhere. */
  readonly unspaced?: boolean;
}
