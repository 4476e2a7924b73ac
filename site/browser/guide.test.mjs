// What tells readers where they are: the first page at a glance, links to instants, marks of what was read, hints, the next question.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { complaintsOf, setUp } from "./pages.mjs";

const site = setUp();

function on(name, path, body, options = {}) {
    test(name, async () => {
        const context = await site.browser.newContext({ viewport: { width: 1366, height: 768 }, reducedMotion: "reduce", ...options });
        const page = await context.newPage();
        const complaints = complaintsOf(page);
        const open = (path) => page.goto(site.server.url(path));
        await open(path);
        await body({ page, open });
        assert.deepEqual(complaints, []);
        await context.close();
    });
}

// Whether all elements that a selector finds are within the window.
const inView = (page, selector) => page.locator(selector).evaluateAll((all) => all.length > 0 && all.every((one) => {
    const { top, bottom } = one.getBoundingClientRect();
    return top >= 50 && bottom <= innerHeight;
}));

for (const reducedMotion of ["reduce", "no-preference"]) {
    on(`the first page compares two programs without scrolling, with motion ${reducedMotion}`, "index.html", async ({ page }) => {
        const run = (index) => page.locator(".race > .run").nth(index);
        const choice = (name) => page.locator(".race").getByRole("button", { name });
        assert.deepEqual([await run(0).isVisible(), await run(1).isVisible()], [true, false]);
        assert.ok(await inView(page, ".ways a, .race .choice, .race .run:not([hidden]) .bar > rect:first-of-type"));
        await choice("One after the other").click();
        assert.deepEqual([await run(0).isVisible(), await run(1).isVisible()], [false, true]);
        assert.equal(await choice("One after the other").getAttribute("aria-pressed"), "true");
        assert.ok(await inView(page, ".race .run:not([hidden]) .bar > rect:first-of-type"));
        const playing = await run(1).getByRole("button", { name: "Pause" }).count();
        assert.equal(playing, reducedMotion === "reduce" ? 0 : 1);
        assert.equal(await page.locator(".play", { hasText: "Pause" }).count(), playing, "the other one has stopped");
    }, { reducedMotion });
}

on("without scripts the first page shows both programs", "index.html", async ({ page }) => {
    assert.equal(await page.locator(".race .example").filter({ visible: true }).count(), 2);
    assert.equal(await page.locator(".race .run > p").filter({ visible: true }).count(), 2);
}, { javaScriptEnabled: false });

on("an address leads to an instant of a run", "tasks/join.html#join/one-after-another@1.5", async ({ page, open }) => {
    const figure = page.locator("#listing-join-one-after-another");
    const clock = () => figure.locator(".clock").textContent();
    assert.equal(await clock(), "1.50 s");
    const top = () => figure.evaluate((one) => one.getBoundingClientRect().top);
    assert.ok(await top() >= 0 && await top() < 300, `${await top()}`);
    await page.evaluate(() => (location.hash = "#join/one-after-another@99"));
    await page.waitForFunction(() => document.querySelector("#listing-join-one-after-another .clock").textContent === "4.50 s");
    await open("tasks/join.html#join/no-such-listing@1.0");
});

on("the name of a figure is a link to the instant", "tasks/join.html", async ({ page }) => {
    const figure = page.locator("#listing-join-three-fetches");
    const link = figure.locator(".here");
    assert.equal(await link.getAttribute("href"), "#listing-join-three-fetches", "as without scripts");
    await link.hover();
    assert.equal(await link.getAttribute("href"), "#join/three-fetches");
    const step = figure.getByRole("button", { name: "Step" });
    for (let count = 0; count < 5; count += 1) await step.click();
    assert.equal(await figure.locator(".clock").textContent(), "1.00 s");
    await link.focus();
    await page.keyboard.press("Enter");
    assert.match(page.url(), /#join\/three-fetches@1\.0$/);
    assert.equal(await figure.locator(".clock").textContent(), "1.00 s", "the run stays where it was");
});

on("a chapter says how long it takes, and what the next one asks", "tasks/join.html", async ({ page, open }) => {
    assert.match(await page.locator("main > .minutes").textContent(), /^\d+ minutes to read$/);
    const next = page.locator(".nav-wrapper a.next");
    const question = await next.locator(".where > i").textContent();
    await open("tasks/future.html");
    assert.equal((await page.locator("main > h1 + blockquote").textContent()).trim().replace(/\s+/g, " "), question);
    await open("appendix/glossary.html");
    assert.equal(await page.locator(".minutes").count(), 0);
});

const MARKS = () => JSON.parse(localStorage.getItem("lessons-marks"));

on("what was read and done is marked, saved, restored and cleared", "tasks/join.html", async ({ page, open }) => {
    const mark = (path) => page.locator(`.sidebar .chapter a[href$="${path}"]`).first().getAttribute("data-mark");
    const box = page.getByRole("checkbox", { name: "I have done this chapter" });
    assert.equal(await mark("tasks/join.html"), null);
    await box.scrollIntoViewIfNeeded();
    await page.waitForFunction(() => localStorage.getItem("lessons-marks") !== null);
    assert.equal(await mark("tasks/join.html"), "read");
    await box.check();
    assert.deepEqual(await page.evaluate(MARKS), { "tasks/join.html": "done" });
    await open("introduction.html");
    assert.equal(await mark("tasks/join.html"), "done");
    const progress = page.locator(".progress");
    const control = (name) => progress.getByRole("button", { name });
    const [download] = await Promise.all([page.waitForEvent("download"), control("Save").click()]);
    const saved = await readFile(await download.path(), "utf8");
    assert.deepEqual(JSON.parse(saved), { "tasks/join.html": "done" });
    page.once("dialog", (dialog) => dialog.dismiss());
    await control("Clear").click();
    assert.equal(await mark("tasks/join.html"), "done", "the reader has thought better of it");
    page.once("dialog", (dialog) => dialog.accept());
    await control("Clear").click();
    assert.equal(await mark("tasks/join.html"), null);
    const restore = (text) => progress.locator("input[type=file]").setInputFiles({ name: "x.json", mimeType: "application/json", buffer: Buffer.from(text) });
    await restore("no JSON");
    await progress.getByText("holds no marks").waitFor();
    await restore('{"tasks/join.html":"done","tasks/future.html":"<b>","x":"read"}');
    await progress.getByText("Restored. Marked chapters: 1.").waitFor();
    assert.equal(await mark("tasks/join.html"), "done");
    assert.equal(await mark("tasks/future.html"), null);
    await restore('{"x":"read"}');
    await progress.getByText("holds no marks").waitFor();
    assert.equal(await mark("tasks/join.html"), "done", "another file clears nothing");
});

on("terms and names of listings say what they are, to pointer and keyboard", "groups/limits.html", async ({ page, open }) => {
    const hint = page.locator("#hint");
    for (const selector of ["main a.term", ".listing .here"]) {
        const link = page.locator(selector).first();
        await link.focus();
        assert.ok(await hint.isVisible());
        assert.equal(await hint.textContent(), await link.getAttribute("data-hint"));
        assert.equal(await link.getAttribute("aria-describedby"), "hint");
        await page.keyboard.press("Escape");
        assert.ok(!(await hint.isVisible()), "Escape hides it");
        await link.hover();
        assert.ok(await hint.isVisible());
        // The pointer can reach it.
        await hint.hover();
        await page.waitForTimeout(400);
        assert.ok(await hint.isVisible());
        await page.mouse.move(700, 60);
        await hint.waitFor({ state: "hidden" });
    }
    await open("introduction.html");
    const name = page.locator("main a.name", { hasText: "retry/storm" });
    assert.equal(await name.getAttribute("href"), "time/retry.html#listing-retry-storm");
    assert.match(await name.getAttribute("data-hint"), /^A program of “Retries and hedging”/);
    await name.click();
    await page.locator("#listing-retry-storm").waitFor();
    await open("groups/limits.html");
    await page.locator("main a.term").first().click();
    await page.waitForURL(/appendix\/glossary\.html#term-/);
    const target = new URL(page.url()).hash.slice(1);
    assert.equal(await page.locator(`[id="${target}"]`).count(), 1, `the glossary has ${target}`);
});

on("old addresses lead to what took their place", "start.html", async ({ page }) => {
    await page.waitForURL(/introduction\.html/);
    assert.equal(await page.locator("main h1").textContent(), "How to read, run and check");
});

on("each number in the legend's drawing has a note, and none covers another", "introduction.html", async ({ page }) => {
    const numbers = await page.locator(".annotated .note text").allTextContents();
    assert.equal(numbers.length, await page.locator(".annotated > ol > li").count());
    const apart = await page.locator(".annotated .note circle").evaluateAll((all) => {
        const boxes = all.map((one) => one.getBoundingClientRect());
        return boxes.every((one, index) => boxes.slice(index + 1).every((other) => Math.hypot(one.x - other.x, one.y - other.y) >= one.width - 1));
    });
    assert.ok(apart, "no number covers another");
});
