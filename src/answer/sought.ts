/** Whether a sentence holds what a question asks for: true or 1, {@link perhaps}, or false. */
export type Test = (sentence: string) => boolean | number;

/** What a sentence holds that has something of the kind, but not where or how it most often stands. */
export const perhaps = 0.5;
