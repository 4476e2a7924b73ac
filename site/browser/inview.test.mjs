// On a wide screen, code and run are in view together: at every moment of a run the lit lines and the bars that wait on them.

import assert from "node:assert/strict";
import { test } from "node:test";
import { PATHS, setUp } from "./pages.mjs";

const site = setUp();
const SCREEN = { viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" };
// The least share of the figures with a timeline.
const LEAST = 0.85;

// Steps through the run of each figure on a page. A figure counts if everything of each moment is between the menu bar and the lower edge.
async function inView(page) {
    const bar = await page.evaluate(() => document.querySelector("#mdbook-menu-bar").offsetHeight);
    return page.evaluate((bar) => {
        const results = [];
        for (const details of document.querySelectorAll("main details:has(.example)")) details.open = true;
        for (const example of document.querySelectorAll(".example:has(> .code):has(.timeline)")) {
            example.scrollIntoView({ block: "start" });
            scrollBy(0, -bar - 8);
            const isSeen = ({ top, bottom }) => top >= bar && bottom <= innerHeight;
            const step = [...example.querySelectorAll(".controls button")].find((button) => button.textContent === "Step");
            const bars = [...example.querySelectorAll(".bar[data-line]")];
            const slider = example.querySelector("input[type=range]");
            const state = () => [slider.value, example.querySelector(".status").textContent, example.querySelectorAll(".future").length].join();
            let isInView = true;
            // At the end, a step changes nothing.
            for (let before; before !== state();) {
                before = state();
                step.click();
                const lines = [...example.querySelectorAll(".now")];
                const numbers = new Set(lines.map((line) => line.dataset.line));
                const waiting = bars.filter((bar) => numbers.has(bar.dataset.line));
                isInView &&= [...lines, ...waiting].every((element) => isSeen(element.getBoundingClientRect()));
            }
            results.push([example.getAttribute("aria-label"), isInView]);
        }
        return results;
    }, bar);
}

test("at 1440 by 900 code and bars are in view together", async () => {
    const context = await site.browser.newContext(SCREEN);
    const page = await context.newPage();
    const all = [];
    for (const path of PATHS) {
        await page.goto(site.server.url(path));
        all.push(...await inView(page));
    }
    await context.close();
    const out = all.filter(([, isInView]) => !isInView).map(([name]) => name);
    const share = 1 - out.length / all.length;
    console.log(`${all.length} figures, ${(100 * share).toFixed(0)} % in view at every moment`);
    assert.ok(all.length >= 150, `only ${all.length} figures`);
    assert.ok(share >= LEAST, `${(100 * share).toFixed(0)} % in view; not these:\n${out.join("\n")}`);
});
