// Takes screenshots of pages for people to look at: `node shots.mjs [PAGE…]` writes them to target/screenshots.

import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { launch, serve } from "./pages.mjs";

const SAMPLE = ["index.html", "tasks/join.html", "groups/join-set.html", "channels/mpsc.html", "practice/costs.html", "appendix/asyncio-groups.html"];
const SCREENS = { wide: { viewport: { width: 1280, height: 900 }, colorScheme: "light" }, narrow: { viewport: { width: 390, height: 844 }, colorScheme: "dark" } };
// The greatest height of a screenshot, in CSS pixels.
const HEIGHT = 4000;

const folder = fileURLToPath(new URL("../../target/screenshots/", import.meta.url));
await mkdir(folder, { recursive: true });
const [server, browser] = await Promise.all([serve(), launch()]);
const wanted = process.argv.slice(2);
for (const [screen, options] of Object.entries(SCREENS)) {
    const context = await browser.newContext({ ...options, reducedMotion: "reduce" });
    const page = await context.newPage();
    for (const path of wanted.length > 0 ? wanted : SAMPLE) {
        try {
            await page.goto(server.url(path), { waitUntil: "networkidle" });
        } catch ({ message }) {
            console.error(`${path}: cannot be opened: ${message.split("\n")[0]}. Name a page by its path in target/book, which \`cargo run build\` makes.`);
            process.exit(1);
        }
        const { width } = options.viewport;
        const height = Math.min(HEIGHT, await page.evaluate(() => document.documentElement.scrollHeight));
        const file = `${folder}${path.replace(".html", "").replaceAll("/", "-")}-${screen}.png`;
        await page.screenshot({ path: file, fullPage: true, clip: { x: 0, y: 0, width, height } });
    }
    await context.close();
}
await browser.close();
server.close();
console.log(folder);
