/** A line of a stream of bytes, or what is wrong with it. */
export type StreamLine = { readonly number: number } & (
  | { readonly text: string; readonly fault?: never }
  | { readonly text?: never; readonly fault: string }
);

/** The lines of a stream of UTF-8, numbered from 1, in memory bounded by `limit` bytes a line. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<StreamLine> {
  const utf8 = new TextDecoder("utf-8", { fatal: true });
  let parts: Uint8Array[] = [];
  let size = 0;
  let number = 0;
  for await (const chunk of chunks) {
    let from = 0;
    for (let to = chunk.indexOf(10); to >= 0; to = chunk.indexOf(10, from)) {
      hold(chunk.subarray(from, to));
      yield line();
      from = to + 1;
    }
    hold(chunk.subarray(from));
  }
  if (size > 0) yield line();

  function hold(part: Uint8Array): void {
    size += part.length;
    if (size > limit) parts = [];
    else if (part.length > 0) parts.push(part);
  }

  function line(): StreamLine {
    const held = parts;
    const length = size;
    parts = [];
    size = 0;
    number++;
    if (length > limit) return { number, fault: `it is longer than ${limit / 2 ** 20} MB` };
    try {
      const bytes = held.length === 1 ? held[0]! : Buffer.concat(held);
      return { number, text: utf8.decode(bytes) };
    } catch (error) {
      if (error instanceof TypeError) return { number, fault: "it is not valid UTF-8" };
      throw error;
    }
  }
}
