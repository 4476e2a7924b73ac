// The pages work from a folder, without a server or a network.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ROOT, complaintsOf, launch } from "./pages.mjs";

const at = (path) => pathToFileURL(join(ROOT, path)).href;

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

// A test of a page without a network. Each failed request is a complaint.
function offline(name, path, body) {
    test(name, async () => {
        const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, offline: true });
        const page = await context.newPage();
        const complaints = complaintsOf(page);
        page.on("requestfailed", (request) => {
            const { errorText } = request.failure();
            // Leaving a page aborts its requests, such as that for its icon. A missing file has another error.
            if (errorText !== "net::ERR_ABORTED") complaints.push(`${request.url()}: ${errorText}`);
        });
        page.on("request", (request) => /^(file|data):/.test(request.url()) || complaints.push(`${request.url()} is not a file`));
        await page.goto(at(path));
        await body(page, complaints);
        assert.deepEqual(complaints, []);
        await context.close();
    });
}

offline("styles, the player and twins work", "tasks/join.html", async (page) => {
    assert.notEqual(await page.locator(".content pre .row").first().evaluate((row) => getComputedStyle(row).position), "static");
    const figure = page.locator("figure.timeline").first();
    const future = page.locator(".stdout .row.future");
    assert.equal(await future.count(), 0);
    await figure.getByRole("button", { name: "Step", exact: true }).click();
    assert.ok(await future.count() > 0, "the first step dims a part of the output");
    const python = page.locator(".twins pre:has(> code.language-python)").first();
    for (const shown of [true, false]) {
        await page.getByRole("button", { name: "Python", exact: true }).first().click();
        assert.equal(await python.isVisible(), shown);
    }
});

offline("links and the table of contents work", "index.html", async (page) => {
    await page.locator(".sidebar a[href$='sync/mutex.html']").click();
    await page.waitForURL(at("sync/mutex.html"));
    await page.locator("main a[href*='deadlock.html']").first().click();
    await page.waitForURL((url) => url.pathname.endsWith("/sync/deadlock.html"));
    assert.ok(await page.locator("main h1").isVisible());
});

offline("the search works", "sync/mutex.html", async (page) => {
    await page.keyboard.press("s");
    await page.locator("#mdbook-searchbar").pressSequentially("MissedTickBehavior");
    await page.locator("#mdbook-searchresults-header").filter({ hasText: "'MissedTickBehavior'" }).waitFor();
    await page.locator("#mdbook-searchresults a").first().click();
    await page.waitForURL((url) => url.pathname.endsWith("/time/clock.html"));
    assert.ok(await page.locator("main mark").count() > 0, "the query is marked on the page");
});

offline("a missing file is noticed", "index.html", async (page, complaints) => {
    await page.evaluate(() => new Promise((done) => {
        const script = document.createElement("script");
        script.src = "gone.js";
        script.onerror = done;
        document.head.append(script);
    }));
    assert.ok(complaints.splice(0).some((complaint) => complaint.includes("gone.js")));
});
