// The timeline player by mouse.

import assert from "node:assert/strict";
import { SOURCE, WHOLE, lines, on } from "./timeline.mjs";

// The text of a highlighted line of the first listing.
const text = (listing, line) => listing.locator(`.row.now[data-line="${line}"]`).textContent().then((text) => text.trim());

on("at rest the page looks as without the player", {}, async ({ page, output, lit, figure }) => {
    assert.equal(await output(), WHOLE);
    assert.deepEqual(await lit(), []);
    assert.equal(await figure.locator(".playhead").isVisible(), false);
    assert.equal(await page.locator("figure.timeline .controls").count(), await page.locator("figure.timeline").count());
});

on("play shows the output step by step", {}, async ({ page, button, clock, output, lit }) => {
    const height = (await page.locator(".stdout").first().boundingBox()).height;
    await button("Play").click();
    const seen = new Set();
    while (await button("Pause").count()) {
        seen.add(await output());
        assert.equal((await page.locator(".stdout").first().boundingBox()).height, height, "the page does not jump");
    }
    assert.ok(seen.has(lines(3)) && seen.has(lines(4)), [...seen].join("---"));
    assert.equal(await output(), WHOLE);
    assert.deepEqual(await lit(), []);
    assert.equal(await clock(), "2.00 s");
});

on("pause stops the time", {}, async ({ page, button, clock }) => {
    await button("Play").click();
    await page.waitForTimeout(300);
    await button("Pause").click();
    const at = await clock();
    await page.waitForTimeout(200);
    assert.equal(await clock(), at);
    assert.ok(parseFloat(at) > 0);
});

on("step goes from event to event", {}, async ({ listing, button, output, lit, status }) => {
    await button("Step").click();
    assert.equal(await output(), lines(1));
    assert.deepEqual(await lit(), [5]);
    assert.equal(await text(listing, 5), 'println!("{name} starts");');
    assert.equal(await status(), '0.0 s: fetch A prints “A starts” on line 5');
    for (let step = 0; step < 3; step += 1) await button("Step").click();
    assert.equal(await output(), lines(3));
    assert.deepEqual(await lit(), [6, 16], "the branches sleep, and main waits at the join");
    assert.match(await text(listing, 6), /^sleep\(/);
    await button("Step").click();
    assert.equal(await output(), lines(4));
    assert.deepEqual(await lit(), [6, 7, 16]);
});

on("scrubbing shows any instant", {}, async ({ scrub, output, lit, figure }) => {
    await scrub.fill("1700000");
    assert.equal(await output(), lines(5));
    assert.deepEqual(await lit(), [6, 16]);
    const x = await figure.locator(".playhead").evaluate((line) => line.getBoundingClientRect().left);
    const grid = await figure.locator(".grid").evaluateAll((all) => all.map((line) => line.getBoundingClientRect().left));
    const [from, to] = [grid[0], grid[4]];
    assert.ok(Math.abs(x - (from + (to - from) * 0.85)) < 1.5, `${x} between ${from} and ${to}`);
    await scrub.fill("0");
    assert.equal(await output(), lines(3));
    await scrub.fill("2000000");
    assert.equal(await output(), WHOLE);
});

on("a bar shows its text and highlights its line; a click moves the playhead to its beginning", {}, async ({ page, bar, lit, status, clock, scrub }) => {
    await bar(1).hover();
    assert.equal(await status(), 'fetch A waits for Sleep on line 6, 0.0 s to 1.0 s');
    assert.deepEqual(await lit(), [6]);
    await page.mouse.move(0, 0);
    assert.deepEqual(await lit(), []);
    await scrub.fill("1700000");
    await bar(1).click();
    assert.equal(await clock(), "0.00 s");
});

on("a line highlights its bars, and so does a sentence that names it", {}, async ({ page, listing, lit, bars }) => {
    await listing.locator('.row[data-line="6"]').hover();
    assert.deepEqual([await lit(), await bars()], [[6], [6, 6, 6]]);
    await page.mouse.move(0, 0);
    assert.deepEqual([await lit(), await bars()], [[], []]);
    const link = page.locator("a.line").first();
    await link.hover();
    const line = Number((await link.textContent()).replace("line ", ""));
    const { listing: name } = await link.locator("..").evaluate((span) => span.dataset);
    const lines = page.locator(`.example[aria-label="${name}"] .row.now`);
    assert.deepEqual(await lines.evaluateAll((rows) => rows.map((row) => Number(row.dataset.line))), [line]);
    await page.mouse.move(0, 0);
    assert.equal(await lines.count(), 0);
});

on("a click on a sentence's line moves the playhead to its first wait", {}, async ({ page }) => {
    const links = page.locator("a.line");
    const waits = await links.evaluateAll((all) => all.findIndex((link) => {
        const { listing, line } = link.parentElement.dataset;
        return document.querySelector(`.example[aria-label="${listing}"] .bar[data-line="${line}"]`);
    }));
    const link = links.nth(waits);
    const { listing, line } = await link.locator("..").evaluate((span) => ({ ...span.dataset }));
    await link.click();
    const figure = page.locator(`.example[aria-label="${listing}"]`);
    assert.equal(await figure.locator(".timeline.is-active").count(), 1);
    assert.equal(await figure.locator(`.row.now[data-line="${line}"]`).count(), 1);
});

on("what has not happened is dim, in the drawing too", {}, async ({ figure, scrub }) => {
    const marks = figure.locator(".print");
    const dim = () => marks.evaluateAll((all) => all.filter((mark) => mark.matches(".future")).length);
    assert.equal(await dim(), 0);
    await scrub.fill("0");
    assert.ok(await dim() > 0 && await dim() < await marks.count());
    await scrub.fill("2000000");
    assert.equal(await dim(), 0);
});

const CHANGED = { path: "sync/mutex.html", listing: "mutex/cafe-solved", permissions: ["clipboard-read", "clipboard-write"] };

on("a listing that repeats an earlier one shows its changes; copying gives the whole", CHANGED, async ({ page, listing }) => {
    await page.locator("main details").evaluateAll((all) => all.forEach((details) => (details.open = true)));
    const changed = page.locator(".example:has(.fold)").first();
    const pre = changed.locator("pre:has(.fold)").first();
    const hidden = () => pre.locator(".row").evaluateAll((rows) => rows.filter((row) => row.offsetHeight === 0).length);
    assert.ok(await hidden() > 3);
    const fold = await pre.locator(".fold").first().boundingBox();
    assert.ok(fold.height > 10 && fold.height < 60, `a line in place of the folded ones, not ${fold.height} px`);
    await pre.hover();
    await pre.locator(".clip-button").click();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.equal(copied.trim().split("\n").length, await pre.locator(".row").count());
    await changed.getByRole("button", { name: "Whole" }).first().click();
    assert.equal(await hidden(), 0);
});

on("after scrolling or focusing elsewhere the output is complete", {}, async ({ page, button, output, lit }) => {
    await button("Step").click();
    assert.equal(await output(), lines(1));
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await page.waitForTimeout(300);
    assert.equal(await output(), WHOLE);
    await button("Step").click();
    await page.locator("main p a").last().focus();
    assert.equal(await output(), WHOLE);
    assert.deepEqual(await lit(), []);
});

const CLIPBOARD = { permissions: ["clipboard-read", "clipboard-write"] };

on("copying gives the whole listing", CLIPBOARD, async ({ page, listing, button }) => {
    await button("Step").click();
    await listing.hover();
    await listing.locator(".clip-button").click();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), SOURCE);
});

const STILL = { reducedMotion: "reduce" };

on("with reduced motion play goes from event to event", STILL, async ({ button, clock, output }) => {
    await button("Play").click();
    assert.equal(await output(), lines(1));
    const times = new Set();
    while (await button("Pause").count()) times.add(await clock());
    for (const time of times) assert.match(time, /^(0\.00|1\.00|1\.50|2\.00) s$/);
    assert.equal(await output(), WHOLE);
});

const PERMITS = { path: "groups/limits.html", listing: "limits/semaphore-in-task" };

on("permits name their holders, and so do waits for them", PERMITS, async ({ figure, button, lit, status }) => {
    const held = figure.locator(".held[data-hold]");
    assert.equal(await held.count(), 6);
    await held.nth(1).hover();
    assert.match(await status(), /^async block 3 holds limit: Semaphore, taken on line \d+, 1\.0 s to 2\.4 s$/);
    const [taken] = await lit();
    await figure.locator(".bar.lock").first().hover();
    assert.match(await status(), /waits for Semaphore::acquire on line \d+, held by async block 1 and async block 2, /);
    assert.deepEqual(await lit(), [taken], "both highlight the line that takes a permit");
    while (!(await status()).startsWith("1.0 s: ") || !(await status()).includes("block 3 holds")) await button("Step").click();
});
