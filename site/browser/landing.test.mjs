// The first page: its timeline plays in a loop until the reader uses it.

import assert from "node:assert/strict";
import { WHOLE, on } from "./timeline.mjs";

const FIRST = { path: "index.html" };

on("the timeline starts to play and can be paused", FIRST, async ({ page, figure, button, output, clock }) => {
    await figure.locator(".scroll").scrollIntoViewIfNeeded();
    await button("Pause").waitFor();
    await page.waitForFunction(() => document.querySelectorAll(".stdout .row.future").length > 0);
    await button("Pause").click();
    const printed = await output();
    assert.ok(WHOLE.startsWith(printed) && printed.length > 0, printed);
    const at = await clock();
    await page.waitForTimeout(300);
    assert.equal(await clock(), at);
    assert.equal(await button("Play").count(), 1);
});

on("the timeline plays again until the reader uses it", FIRST, async ({ page, figure, button, scrub }) => {
    await page.clock.install();
    await page.reload();
    await figure.locator(".scroll").scrollIntoViewIfNeeded();
    await button("Pause").waitFor();
    const status = figure.locator(".status");
    assert.equal(await status.getAttribute("aria-live"), "off", "screen readers stay silent");
    await page.clock.runFor(4_000);
    assert.equal(await button("Play").count(), 1, "it has ended");
    // On a busy machine the page learns late that its run has ended.
    for (let seconds = 0; seconds < 30 && !(await button("Pause").count()); seconds += 1) await page.clock.runFor(1_000);
    assert.equal(await button("Pause").count(), 1, "it plays again");
    await scrub.focus();
    await page.keyboard.press("ArrowRight");
    assert.equal(await status.getAttribute("aria-live"), "polite");
    await page.clock.runFor(20_000);
    assert.equal(await button("Play").count(), 1, "it does not start again");
});

on("with reduced motion nothing moves", { ...FIRST, reducedMotion: "reduce" }, async ({ page, figure, button, output }) => {
    await figure.locator(".scroll").scrollIntoViewIfNeeded();
    await page.waitForTimeout(500);
    assert.equal(await button("Pause").count(), 0);
    assert.equal(await output(), WHOLE);
});

on("both kinds of readers find their first chapter", FIRST, async ({ page }) => {
    for (const [title, path] of [["I know asyncio", "tasks/async-await.html"], ["I know Rust", "tasks/join.html"]]) {
        assert.equal(await page.locator(".ways").getByRole("link", { name: title }).getAttribute("href"), path);
    }
});
