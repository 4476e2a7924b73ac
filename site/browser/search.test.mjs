// The search finds the page for each query, and puts chapters before appendices.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { ROOT, setUp } from "./pages.mjs";
import { built, search } from "./search.mjs";

// The page that each query must find among its first three results.
const searches = Object.entries(JSON.parse(await readFile(new URL("searches.json", import.meta.url), "utf8")));
// Texts of an output and of a timeline on this page, which the search must not find.
const PAGE = "sync/event.html";
const UNFOUND = ["1.4s Ann is at the shelf", "segments"];
const found = await search([...searches.map(([query]) => query), ...UNFOUND, "E9999"]);
const find = (query) => found.get(query);
const site = setUp();

function findsAmongFirstThree(query, page, results) {
    const [first, second, third] = results.map((place) => place.split(/[?#]/)[0]);
    assert.ok([first, second, third].includes(page), `${query}: ${page} is not among ${first}, ${second}, ${third}`);
    if (!page.startsWith("appendix/")) assert.ok(!first.startsWith("appendix/"), `${query}: ${first} comes before all chapters`);
}

test("each query finds its page among the first three", () => {
    assert.ok(searches.length >= 40);
    for (const [query, page] of searches) findsAmongFirstThree(query, page, find(query));
});

test("a page that ranks too low is noticed", () => {
    assert.throws(() => findsAmongFirstThree("gather", "sync/mutex.html", find("gather")), /sync\/mutex\.html is not among/);
    assert.throws(() => findsAmongFirstThree("E9999", "tasks/join.html", find("E9999")), /is not among undefined/);
    assert.throws(() => findsAmongFirstThree("x", "tasks/join.html", ["appendix/a.html", "tasks/join.html"]), /appendix/);
});

test("outputs and timelines are not found", async () => {
    const page = await readFile(join(ROOT, PAGE), "utf8");
    for (const text of UNFOUND) {
        assert.ok(page.includes(text), `${text} is on the page`);
        assert.deepEqual(find(text), []);
    }
});

test("a macro is found by its name with the `!`, and not by other words", async () => {
    const results = await search(["select!", "select"]);
    assert.ok(results.get("select!").length >= 3);
    assert.ok(results.get("select").length > results.get("select!").length, "`select` finds other words as well");
    for (const place of results.get("select!")) {
        const page = await readFile(join(ROOT, place.split(/[?#]/)[0]), "utf8");
        assert.match(page, /select!/, place);
    }
});

test("results and pages mark the words that were meant", async () => {
    const page = await site.browser.newPage();
    await page.goto(site.server.url("tasks/join.html"));
    await page.keyboard.press("s");
    await page.waitForFunction(() => document.querySelector("#mdbook-searchbar-outer:not(.searching)"));
    await page.locator("#mdbook-searchbar").pressSequentially("cancel a task");
    await page.locator("#mdbook-searchresults-header").filter({ hasText: "'cancel a task'" }).waitFor();
    const unmeant = (texts) => texts.filter((text) => !/cancel|task/i.test(text));
    const inResults = await page.locator("#mdbook-searchresults em").allTextContents();
    assert.ok(inResults.length > 0);
    assert.deepEqual(unmeant(inResults), []);
    await page.locator("#mdbook-searchresults a").first().click();
    await page.waitForURL(/highlight=cancel/);
    const onPage = await page.locator("mark").allTextContents();
    assert.ok(onPage.length > 0);
    assert.deepEqual(unmeant(onPage), []);
    await page.close();
});

test("the index is small", async () => {
    const index = await readFile(await built("searchindex"));
    assert.ok(gzipSync(index).length <= 200_000, `${gzipSync(index).length} bytes`);
});

for (const viewport of [{ width: 1280, height: 900 }, { width: 390, height: 844 }]) {
    test(`the reader sees the same results, ${viewport.width} pixels wide`, async () => {
        const page = await site.browser.newPage({ viewport });
        const loaded = [];
        page.on("request", (request) => loaded.push(request.url()));
        await page.goto(site.server.url("sync/mutex.html"));
        await page.waitForLoadState("networkidle");
        const indexes = () => loaded.filter((url) => url.includes("searchindex")).length;
        assert.equal(indexes(), 0, "the index is not loaded before the first search");
        await page.keyboard.press("s");
        const bar = page.locator("#mdbook-searchbar");
        await page.waitForFunction(() => document.querySelector("#mdbook-searchbar-outer:not(.searching)"));
        for (const [query, target] of searches.filter((_, index) => index % 9 === 0)) {
            await bar.fill("");
            await bar.pressSequentially(query);
            const header = page.locator("#mdbook-searchresults-header");
            await header.filter({ hasText: `'${query}'` }).waitFor();
            const links = await page.locator("#mdbook-searchresults a").evaluateAll((all) => all.map(({ pathname }) => pathname.slice(1)));
            findsAmongFirstThree(query, target, links);
        }
        assert.equal(indexes(), 1, "the index is loaded once");
        const [wide, teaser] = await page.evaluate(() => [
            document.documentElement.scrollWidth - innerWidth,
            document.querySelector("#mdbook-searchresults .teaser").textContent,
        ]);
        assert.ok(wide <= 0, `${wide} pixels too wide`);
        assert.ok(teaser.length > 20, "a result shows an excerpt");
        await page.locator("#mdbook-searchresults a").first().click();
        await page.waitForURL(/highlight=/);
        await page.close();
    });
}
