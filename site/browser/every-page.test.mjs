// Every page: nothing scrolls sideways on a narrow screen, nothing complains, and every timeline has its player.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { PATHS as paths, launch, serve } from "./pages.mjs";

let server, browser;
before(async () => ([server, browser] = await Promise.all([serve(), launch()])));
after(async () => {
    await browser.close();
    server.close();
});

for (const [width, colorScheme] of [[390, "light"], [1280, "dark"]]) {
    test(`every page at ${width} pixels, ${colorScheme}`, async () => {
        assert.ok(paths.length > 30, "the table of contents was read");
        const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
        const page = await context.newPage();
        const complaints = [];
        page.on("console", (message) => message.type() === "error" && complaints.push(`${page.url()}: ${message.text()}`));
        page.on("pageerror", (error) => complaints.push(`${page.url()}: ${error.stack}`));
        page.on("response", (response) => response.ok() || complaints.push(`${page.url()}: ${response.url()}: ${response.status()}`));
        for (const path of paths) {
            await page.goto(`http://127.0.0.1:${server.address().port}/${path}`);
            const [wide, timelines, players] = await page.evaluate(() => [
                document.documentElement.scrollWidth - innerWidth,
                document.querySelectorAll("figure.timeline").length,
                document.querySelectorAll("figure.timeline .controls").length,
            ]);
            assert.ok(wide <= 0, `${path} is ${wide} pixels too wide`);
            assert.equal(players, timelines, path);
        }
        assert.deepEqual(complaints, []);
        await context.close();
    });
}
