import { writeFile } from "node:fs/promises";
import { extname } from "node:path";
import { UserError } from "../ops/user-error.ts";
import { wrongUse } from "./verb.ts";

/** The format that `--image` asks for by its file's ending; undefined where there is no `--image`. */
export function imageFormat(image: string | undefined, usage: string): "svg" | "png" | undefined {
  if (image === undefined) return undefined;
  const ending = extname(image).toLowerCase();
  if (ending === ".svg") return "svg";
  if (ending === ".png") return "png";
  throw wrongUse(`--image takes a file that ends in .svg or .png, not "${image}"`, usage);
}

/** @throws {UserError} `image.unwritable` */
export async function saveImage(image: string, picture: Uint8Array): Promise<void> {
  await writeFile(image, picture).catch((cause: NodeJS.ErrnoException) => {
    const why = cause.code === "ENOENT" ? "there is no such folder" : cause.message;
    throw new UserError("image.unwritable", `The picture could not be saved as ${image}: ${why}.`, { cause });
  });
}
