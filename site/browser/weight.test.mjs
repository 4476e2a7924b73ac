// The size of a first visit: all transferred bytes, compressed as by a server, and no requests to other hosts. Unlike seconds, bytes
// are the same on every machine.

import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { setUp } from "./pages.mjs";

// In bytes. Far below the 220 kB that the design allows, so that growth is noticed early.
const LIMITS = { document: 60_000, stylesheet: 18_000, script: 60_000, all: 130_000 };

const site = setUp();

// The requests of a page until it is idle.
async function requests(path, prepare = () => {}) {
    const context = await site.browser.newContext({ viewport: { width: 390, height: 844 } });
    const page = await context.newPage();
    await prepare(page);
    const responses = [];
    page.on("response", (response) => responses.push(response));
    await page.goto(site.server.url(path), { waitUntil: "networkidle" });
    const all = await Promise.all(responses.map(async (response) => ({
        kind: response.request().resourceType(),
        host: new URL(response.url()).host,
        bytes: gzipSync(await response.body()).length,
    })));
    const blocking = await page.evaluate(() => performance.getEntriesByType("resource").filter((entry) => entry.renderBlockingStatus === "blocking").length);
    await context.close();
    return { all, blocking };
}

// The faults among the requests of a page.
function faults({ all, blocking }) {
    const own = new URL(site.server.url("")).host;
    const found = all.filter(({ host }) => host && host !== own).map(({ host }) => `requests ${host}`);
    for (const [kind, limit] of Object.entries(LIMITS)) {
        const bytes = all.filter((one) => kind === "all" || one.kind === kind).reduce((sum, one) => sum + one.bytes, 0);
        if (bytes > limit) found.push(`${kind}: ${bytes} bytes, more than ${limit}`);
    }
    if (blocking > 1) found.push(`${blocking} files delay the text`);
    if (all.some(({ kind }) => kind === "font")) found.push("requests a font");
    return found;
}

for (const path of ["index.html", "tasks/async-await.html", "sync/deadlock.html", "appendix/asyncio-groups.html"]) {
    test(`${path} is light`, async () => {
        const found = await requests(path);
        assert.ok(found.all.length >= 3, "a page, a style and a script at least");
        assert.deepEqual(faults(found), []);
    });
}

test("a heavy page is noticed", async () => {
    const heavy = async (page) => {
        await page.route("http://elsewhere.test/*", (route) => route.fulfill({ body: "", contentType: "text/css" }));
        await page.route("**/index.html", async (route) => {
            const response = await route.fetch();
            const styles = '<link rel="stylesheet" href="http://elsewhere.test/a.css">';
            // Text that does not compress.
            const noise = Array.from({ length: 40_000 }, (_, index) => ((index * 2654435761) % 4294967296).toString(36)).join("");
            await route.fulfill({ response, body: (await response.text()).replace("</head>", `${styles}</head>`).replace("</main>", `<!-- ${noise} --></main>`) });
        });
    };
    const found = faults(await requests("index.html", heavy));
    assert.deepEqual(found.map((fault) => fault.split(/[ :]/)[0]), ["requests", "document", "all", "2"], found.join("\n"));
});
