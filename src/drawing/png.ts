import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** Pixels of the PNG for each of the SVG's: sharp on a phone's dense screen, and small enough to send. */
const density = 2;

/** An SVG document as a PNG. Brings its font, and reads none of the system's. */
export async function toPng(svg: string): Promise<Uint8Array> {
  const { Resvg } = await import("@resvg/resvg-js");
  const fonts = join(dirname(createRequire(import.meta.url).resolve("dejavu-fonts-ttf/package.json")), "ttf");
  const drawing = new Resvg(svg, {
    fitTo: { mode: "zoom", value: density },
    font: {
      fontFiles: ["DejaVuSans.ttf", "DejaVuSans-Bold.ttf"].map((file) => join(fonts, file)),
      loadSystemFonts: false,
      defaultFontFamily: "DejaVu Sans",
    },
  });
  return drawing.render().asPng();
}
