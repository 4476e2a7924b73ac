// Renders the PNG files in theme/ from the SVG files of the same names. Run `node draw.mjs` here after changing one.

import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { launch } from "./pages.mjs";

const browser = await launch();
for (const [name, width, height] of [["card", 1200, 630], ["favicon", 64, 64]]) {
    const file = new URL(`../../theme/${name}`, import.meta.url);
    const svg = await readFile(`${fileURLToPath(file)}.svg`, "utf8");
    const page = await browser.newPage({ viewport: { width, height } });
    await page.setContent(`<style>body { margin: 0 } svg { display: block; width: ${width}px; height: ${height}px }</style>${svg}`);
    await page.screenshot({ path: `${fileURLToPath(file)}.png`, omitBackground: true });
}
await browser.close();
