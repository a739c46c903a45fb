import { closeSync, openSync, readSync, rmSync } from "node:fs";
import hnswlib from "hnswlib-node";
import { Growing } from "../storage/growing.ts";

/** hnswlib's graph (HNSW, Malkov and Yashunin 2016) over rows of unit length: built by it, its lowest level taken out. */
export class HnswGraph {
  readonly #graph: InstanceType<typeof hnswlib.HierarchicalNSW>;
  /** The row of each node, by its number in hnswlib. */
  readonly #rows = new Growing();

  /** @param m links a node makes when it joins, half as many as it may have. @param reach candidates weighed for them. */
  constructor(dimensions: number, m: number, reach: number) {
    this.#graph = new hnswlib.HierarchicalNSW("ip", dimensions);
    this.#graph.initIndex(FIRST_ROOM, m, reach);
  }

  add(row: number, vector: Float32Array): void {
    if (this.#rows.length === this.#graph.getMaxElements()) this.#graph.resizeIndex(this.#rows.length * 2);
    this.#graph.addPoint(Array.from(vector), row);
    this.#rows.push(row);
  }

  /**
   * Each row that was added with the rows that it is linked to, at most twice `m`, by way of a file that is gone afterwards.
   * hnswlib gives its links in no other way; how they lie there is read off its saveIndex (hnswalg.h).
   */
  *links(file: string): Generator<readonly [row: number, linked: Uint32Array]> {
    this.#graph.writeIndexSync(file);
    const fd = openSync(file, "r");
    try {
      const rows = this.#rows.view();
      const nodeBytes = Number(read(fd, NODE_BYTES_AT, 8).readBigUInt64LE());
      for (let first = 0; first < rows.length; first += NODES_AT_ONCE) {
        const count = Math.min(NODES_AT_ONCE, rows.length - first);
        const nodes = read(fd, NODES_AT + first * nodeBytes, count * nodeBytes);
        for (let i = 0; i < count; i++) {
          const at = i * nodeBytes;
          const linked = new Uint32Array(nodes.readUInt16LE(at));
          for (let k = 0; k < linked.length; k++) linked[k] = rows[nodes.readUInt32LE(at + 4 * (k + 1))]!;
          yield [rows[first + i]!, linked];
        }
      }
    } finally {
      closeSync(fd);
      rmSync(file);
    }
  }
}

const FIRST_ROOM = 10_000;
const NODES_AT_ONCE = 10_000;
/** The header: six size_t, of which the fourth is a node's bytes; int, unsigned; three size_t, a double, a size_t. */
const NODE_BYTES_AT = 3 * 8;
const NODES_AT = 6 * 8 + 2 * 4 + 5 * 8;

function read(fd: number, position: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  for (let done = 0; done < length; ) {
    const count = readSync(fd, bytes, done, length - done, position + done);
    if (count === 0) throw new Error(`[index] the graph's file ends at ${position + done}`);
    done += count;
  }
  return bytes;
}
