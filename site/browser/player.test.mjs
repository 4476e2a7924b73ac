// The timeline player by mouse.

import assert from "node:assert/strict";
import { SOURCE, WHOLE, lines, on } from "./timeline.mjs";

// The text under the highlight of a line of the first listing, by geometry.
const covered = (page, line) => page.evaluate((line) => {
    const pre = document.querySelector("pre:has(> .lines)");
    const bar = pre.querySelector(`.now[data-line="${line}"]`).getBoundingClientRect();
    const walker = document.createTreeWalker(pre.querySelector("code"), NodeFilter.SHOW_TEXT);
    let text = "";
    while (walker.nextNode()) {
        const range = document.createRange();
        for (let at = 0; at < walker.currentNode.length; at += 1) {
            range.setStart(walker.currentNode, at);
            range.setEnd(walker.currentNode, at + 1);
            const { top, bottom } = range.getBoundingClientRect();
            const middle = (top + bottom) / 2;
            if (bar.top < middle && middle < bar.bottom) text += range.toString();
        }
    }
    return text.trim();
}, line);

on("at rest the page looks as without the player", {}, async ({ page, output, lit, figure }) => {
    assert.equal(await output(), WHOLE);
    assert.deepEqual(await lit(), []);
    assert.equal(await figure.locator(".playhead").isVisible(), false);
    assert.equal(await page.locator("figure.timeline .controls").count(), await page.locator("figure.timeline").count());
});

on("play shows the output step by step", {}, async ({ page, button, speed, clock, output, lit }) => {
    await speed.selectOption("4×");
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
    await button("Restart").click();
    assert.equal(await clock(), "0.00 s");
});

on("step goes from event to event", {}, async ({ page, button, output, lit, status }) => {
    await button("Step").click();
    assert.equal(await output(), lines(1));
    assert.deepEqual(await lit(), [5]);
    assert.equal(await covered(page, 5), 'println!("{name} starts");');
    assert.equal(await status(), '0.0 s: fetch A prints “A starts” on line 5');
    for (let step = 0; step < 3; step += 1) await button("Step").click();
    assert.equal(await output(), lines(3));
    assert.deepEqual(await lit(), [6, 16], "the branches sleep, and main waits at the join");
    assert.match(await covered(page, 6), /^sleep\(/);
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

on("a bar shows its text and highlights its line", {}, async ({ page, bar, lit, status }) => {
    await bar(1).hover();
    assert.equal(await status(), 'fetch A waits for Sleep on line 6, 0.0 s to 1.0 s');
    assert.deepEqual(await lit(), [6]);
    await page.mouse.move(0, 0);
    assert.deepEqual(await lit(), []);
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

on("copying gives the shown text", CLIPBOARD, async ({ page, listing, button, output }) => {
    const copy = async (block) => {
        await block.hover();
        await block.locator(".clip-button").click();
        return page.evaluate(() => navigator.clipboard.readText());
    };
    for (let step = 0; step < 2; step += 1) await button("Step").click();
    assert.equal((await copy(page.locator(".stdout pre").first())).trim(), lines(2).trim());
    assert.equal(await output(), lines(2), "copying does not change the moment");
    assert.equal((await copy(listing)).trim(), SOURCE.trim());
});

const STILL = { reducedMotion: "reduce" };

on("with reduced motion play goes from event to event", STILL, async ({ button, speed, clock, output }) => {
    await speed.selectOption("4×");
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
    await button("Restart").click();
    while (!(await status()).startsWith("1.0 s: ") || !(await status()).includes("block 3 holds")) await button("Step").click();
});
