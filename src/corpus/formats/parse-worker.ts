/** Runs in a thread of its own, under {@link file://./sandbox.ts}: one document in, its text or what was wrong out. */
import { parentPort } from "node:worker_threads";
import { UserError } from "../../ops/user-error.ts";
import { decodeText } from "./decode.ts";
import type { ApartJob, ApartResult } from "./sandbox.ts";

parentPort?.on("message", async (job: ApartJob) => {
  parentPort?.postMessage(await run(job));
});

async function run({ format, bytes, page }: ApartJob): Promise<ApartResult> {
  try {
    if (format === "html") {
      const { readPage } = await import("../web/page.ts");
      return { article: readPage(decodeText(bytes, page.mediaType), page) };
    }
    const read =
      format === "pdf"
        ? (await import("./pdf.ts")).readPdf
        : format === "docx"
          ? (await import("./docx.ts")).readDocx
          : (await import("./eml.ts")).readEml;
    return { article: await read(bytes) };
  } catch (error) {
    if (error instanceof UserError) return { fault: { code: error.code, message: error.message } };
    const reason = (error instanceof Error ? error.message : String(error)).split("\n", 1)[0]!.slice(0, 160);
    return { fault: { code: "document.broken", message: `it cannot be read as ${format} (${reason})` } };
  }
}
