import { existsSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import hnswlib from "hnswlib-node";
import type { Version } from "../../src/index/version.ts";
import type { Job } from "./measure.ts";

type Graph = InstanceType<typeof hnswlib.HierarchicalNSW>;

export const rawFile = ({ root }: Job): string => join(root, "raw", "graph");

/** hnswlib-node's graph over the vectors of a version: built once for a job, then read. */
export async function rawGraph(job: Job, version: Version): Promise<Graph> {
  if (!existsSync(rawFile(job))) buildRaw(job, version);
  const graph = new hnswlib.HierarchicalNSW("ip", version.vectors.dimensions);
  await graph.readIndex(rawFile(job));
  return graph;
}

/** Builds it as its authors advise: 16 links, 200 candidates. */
export function buildRaw(job: Job, version: Version): void {
  const graph = new hnswlib.HierarchicalNSW("ip", version.vectors.dimensions);
  graph.initIndex(version.passages, 16, 200);
  for (let i = 0; i < version.passages; i++) graph.addPoint(Array.from(version.vectors.vector(i)), i);
  mkdirSync(dirname(rawFile(job)), { recursive: true });
  graph.writeIndexSync(rawFile(job));
}
