// On every page nothing scrolls sideways, the browser reports no errors, and every timeline has its player.

import assert from "node:assert/strict";
import { test } from "node:test";
import { PATHS, complaintsOf, setUp } from "./pages.mjs";

const site = setUp();

for (const [width, colorScheme] of [[390, "light"], [1280, "dark"]]) {
    test(`every page at ${width} pixels, ${colorScheme}`, async () => {
        assert.ok(PATHS.length > 30, "the table of contents was read");
        const context = await site.browser.newContext({ viewport: { width, height: 900 }, colorScheme });
        const page = await context.newPage();
        const complaints = complaintsOf(page);
        page.on("response", (response) => response.ok() || complaints.push(`${page.url()}: ${response.url()}: ${response.status()}`));
        for (const path of PATHS) {
            await page.goto(site.server.url(path));
            const [wide, timelines, players] = await page.evaluate(() => [
                document.documentElement.scrollWidth - innerWidth,
                document.querySelectorAll("figure.timeline:not(.annotated)").length,
                document.querySelectorAll("figure.timeline .controls").length,
            ]);
            assert.ok(wide <= 0, `${path} is ${wide} pixels too wide`);
            assert.equal(players, timelines, path);
        }
        assert.deepEqual(complaints, []);
        await context.close();
    });
}
