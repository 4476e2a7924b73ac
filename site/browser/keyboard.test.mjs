// The timeline player by keyboard.

import assert from "node:assert/strict";
import { lines, on } from "./timeline.mjs";

on("everything works by keyboard", {}, async ({ page, figure, button, bar, scrub, output, lit, status }) => {
    const url = page.url();
    const focused = () => page.evaluate(() => document.activeElement.textContent.trim() || document.activeElement.type);
    await button("Play").focus();
    const order = [];
    for (let stop = 0; stop < 5; stop += 1) {
        order.push((await focused()).slice(0, 8));
        await page.keyboard.press("Tab");
    }
    assert.deepEqual(order.slice(0, 3), ["Play", "Step", "range"]);
    assert.equal(order[4], "main wai", "the last one is a bar");
    await bar(0).focus();
    await page.keyboard.press("ArrowRight");
    assert.match(await status(), /^fetch A waits for Sleep/);
    assert.deepEqual(await lit(), [6]);
    await page.keyboard.press("ArrowLeft");
    assert.match(await status(), /^main waits for its branches/);
    for (const key of ["ArrowLeft", "s", "/", "?"]) await page.keyboard.press(key);
    await page.keyboard.press("Space");
    assert.equal(await button("Pause").count(), 1);
    await page.keyboard.press("Enter");
    assert.equal(await button("Play").count(), 1);
    await scrub.focus();
    await page.keyboard.press("Home");
    await page.keyboard.press("ArrowRight");
    assert.equal(await output(), lines(4));
    await page.keyboard.press("ArrowLeft");
    assert.equal(await output(), lines(3));
    await figure.locator(".scroll").focus();
    for (const key of ["ArrowRight", "ArrowLeft"]) await page.keyboard.press(key);
    await page.waitForTimeout(300);
    assert.equal(page.url(), url, "mdBook does not turn the page");
    assert.equal(await page.locator("#mdbook-searchbar").isVisible(), false, "the search does not open");
    assert.equal(await page.locator("#mdbook-help-popup").isVisible(), false, "the help does not open");
});

on("without focus in the figure mdBook's keys work", {}, async ({ page }) => {
    await page.keyboard.press("ArrowRight");
    await page.waitForURL(/future\.html/);
});
