// The pages work from a plain folder, without a server and without a network.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ROOT, launch } from "./pages.mjs";

const at = (path) => pathToFileURL(join(ROOT, path)).href;

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

// A test in a page that has no network; whatever it fails to load is a complaint.
function offline(name, path, body) {
    test(name, async () => {
        const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, offline: true });
        const page = await context.newPage();
        const complaints = [];
        page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
        page.on("pageerror", (error) => complaints.push(error.stack));
        page.on("requestfailed", (request) => {
            const { errorText } = request.failure();
            // Whoever leaves a page stops what it still loads, such as its icon. A file that is missing is called so.
            if (errorText !== "net::ERR_ABORTED") complaints.push(`${request.url()}: ${errorText}`);
        });
        page.on("request", (request) => /^(file|data):/.test(request.url()) || complaints.push(`${request.url()} is no file`));
        await page.goto(at(path));
        await body(page, complaints);
        assert.deepEqual(complaints, []);
        await context.close();
    });
}

offline("styles, the player and the twins work", "tasks/join.html", async (page) => {
    assert.notEqual(await page.locator(".content pre > .lines").first().evaluate((lines) => getComputedStyle(lines).position), "static");
    const figure = page.locator("figure.timeline").first();
    const output = page.locator(".stdout pre code").first();
    const whole = await output.textContent();
    await figure.getByRole("button", { name: "Step", exact: true }).click();
    assert.ok((await output.textContent()).length < whole.length, "the first step shows a part of the output");
    const python = page.locator(".twins pre:has(> code.language-python)").first();
    for (const [choice, shown] of [["Rust", false], ["Python", true]]) {
        await page.getByRole("button", { name: choice, exact: true }).first().click();
        assert.equal(await python.isVisible(), shown, choice);
    }
});

offline("links lead from page to page, and the table of contents is there", "index.html", async (page) => {
    await page.locator(".sidebar a[href$='sync/mutex.html']").click();
    await page.waitForURL(at("sync/mutex.html"));
    await page.locator("main a[href*='deadlock.html']").first().click();
    await page.waitForURL((url) => url.pathname.endsWith("/sync/deadlock.html"));
    assert.ok(await page.locator("main h1").isVisible());
});

offline("the search finds, and leads to what it has found", "sync/mutex.html", async (page) => {
    await page.keyboard.press("s");
    await page.locator("#mdbook-searchbar").pressSequentially("MissedTickBehavior");
    await page.locator("#mdbook-searchresults-header").filter({ hasText: "'MissedTickBehavior'" }).waitFor();
    await page.locator("#mdbook-searchresults a").first().click();
    await page.waitForURL((url) => url.pathname.endsWith("/time/clock.html"));
    assert.ok(await page.locator("main mark").count() > 0, "what was looked for is marked");
});

offline("what is missing is noticed", "index.html", async (page, complaints) => {
    await page.evaluate(() => new Promise((done) => {
        const script = document.createElement("script");
        script.src = "gone.js";
        script.onerror = done;
        document.head.append(script);
    }));
    assert.ok(complaints.splice(0).some((complaint) => complaint.includes("gone.js")));
});
