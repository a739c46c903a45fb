/** Unsigned 32-bit numbers as LEB128: seven bits a byte, the lowest first, the highest bit set where more follow. */
export function packNumbers(numbers: Uint32Array): Uint8Array {
  const bytes = new Uint8Array(numbers.length * 5);
  let at = 0;
  for (const number of numbers) {
    let rest = number;
    for (; rest > 127; rest >>>= 7) bytes[at++] = (rest & 127) | 128;
    bytes[at++] = rest;
  }
  return bytes.subarray(0, at);
}

/** `count` numbers that {@link packNumbers} wrote, from a place in some bytes on. */
export function unpackNumbers(bytes: Uint8Array, from: number, count: number): Uint32Array {
  const numbers = new Uint32Array(count);
  let at = from;
  for (let i = 0; i < count; i++) {
    let byte = bytes[at++]!;
    let number = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = bytes[at++]!;
      number |= (byte & 127) << shift;
    }
    numbers[i] = number;
  }
  return numbers;
}
