// The cuts of a lane: a slider leads through them.

import assert from "node:assert/strict";
import { on } from "./timeline.mjs";

const path = "channels/mpsc.html";
const rows = (page) => page.locator(".cuts tbody > tr");
// The places, in the table's rows that are visible.
const shown = (page) => rows(page).evaluateAll((rows) => rows.filter((row) => row.offsetHeight > 0).map((row) => row.cells[0].textContent));
// How many timelines are visible.
const drawings = (page) => page.locator(".cuts .cut:visible svg[role=img]").count();

on("a slider shows one cut at a time, by keyboard, too", { path }, async ({ page }) => {
    const slider = page.getByRole("slider", { name: "Cut" });
    const count = await rows(page).count();
    const [first] = await shown(page);
    assert.deepEqual([(await shown(page)).length, await drawings(page)], [1, 1]);
    assert.equal(await slider.getAttribute("aria-valuetext"), first);
    assert.deepEqual(await page.locator(".cuts .cut:visible .cross title").allTextContents(), ["levels.reserve is cut"]);
    await slider.focus();
    await page.keyboard.press("ArrowLeft");
    assert.deepEqual(await shown(page), ["not cut"]);
    await page.keyboard.press("End");
    assert.equal(await page.locator(".cuts .place").textContent(), `${count - 1} of ${count - 1}`);
    assert.equal(new URL(page.url()).pathname, `/${path}`, "the arrow keys turn no page");
    const all = page.locator(".cuts").getByRole("button", { name: "All", exact: true });
    await all.focus();
    await page.keyboard.press("Enter");
    assert.equal((await shown(page)).length, count);
    await all.click();
    await page.emulateMedia({ media: "print" });
    assert.deepEqual([(await shown(page)).length, await drawings(page)], [count, 0], "in print the table stands");
});

on("without scripts the table stands", { path, javaScriptEnabled: false }, async ({ page }) => {
    assert.equal((await shown(page)).length, await rows(page).count());
    assert.equal(await drawings(page), 0);
});
