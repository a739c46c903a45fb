import { CorruptFile, FileReader } from "./storage/files.ts";
import { type Manifest, readManifest } from "./storage/manifest.ts";
import { Versions } from "./storage/versions.ts";

/** What looking over an index found. */
export interface Finding {
  /** `fault`: something to mend. `warning`: it works, and something may be missed. `fine`: how things stand. */
  readonly kind: "fine" | "warning" | "fault";
  /** One sentence for a person. */
  readonly message: string;
  /** What mends it; null where nothing need be done. */
  readonly remedy: string | null;
}

/**
 * Looks over every version of an index, each file of it, to the last byte. Writes nothing.
 *
 * @param embedder id of the embedder that is configured, if it is known.
 */
export async function verify(dir: string, embedder?: string): Promise<Finding[]> {
  const versions = new Versions(dir);
  const current = versions.current();
  const findings: Finding[] = [];
  for (const version of versions.candidates()) {
    const serves = version === current;
    try {
      const manifest = await checked(versions, version);
      findings.push(
        fine(`${version}${serves ? ", the current version," : ""} is whole: ${summary(manifest)}.`),
      );
      if (serves && embedder !== undefined && manifest.embedder.id !== embedder) {
        const message = `${version} was built with ${manifest.embedder.id}, the embedder is ${embedder}.`;
        findings.push({ kind: "fault", message, remedy: REBUILD });
      }
    } catch (error) {
      if (!(error instanceof CorruptFile)) throw error;
      findings.push({ kind: "fault", message: `${version} is damaged: ${error.message}.`, remedy: REBUILD });
    }
  }
  if (findings.length === 0)
    findings.push({ kind: "fault", message: `There is no index in ${dir} yet.`, remedy: REBUILD });
  else if (current === null || !versions.candidates().includes(current)) {
    const message = `Nothing in ${dir} says which version is current.`;
    findings.push({ kind: "fault", message, remedy: REBUILD });
  }
  return findings;
}

async function checked(versions: Versions, version: string): Promise<Manifest> {
  const manifest = readManifest(versions.path(version));
  const files = new FileReader(versions.path(version), manifest.files);
  for (const name of Object.keys(manifest.files)) await files.verify(name);
  return manifest;
}

function summary({ counts, embedder, graph, files }: Manifest): string {
  const bytes = Object.values(files).reduce((sum, file) => sum + file.bytes, 0);
  const reach = graph
    ? `a graph of recall ${graph.recall.toFixed(3)} at ef ${graph.ef}`
    : "no graph, since it is small";
  return `${counts.articles} articles, ${counts.passages} passages, ${(bytes / 1e6).toFixed(1)} MB, ${embedder.id}, ${reach}`;
}

const REBUILD = "Run `index`: it builds from the corpus whatever is not whole.";
const fine = (message: string): Finding => ({ kind: "fine", message, remedy: null });
