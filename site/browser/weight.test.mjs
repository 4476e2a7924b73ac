// What a first visit costs: every byte that is sent, compressed as servers do, and nothing from elsewhere. Bytes, not seconds: these
// are the same on any machine.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { gzipSync } from "node:zlib";
import { launch, serve } from "./pages.mjs";

// At most, in bytes: much below what the design allows (220 kB), so that growth is seen when it begins.
const LIMITS = { document: 60_000, stylesheet: 18_000, script: 60_000, all: 130_000 };

let server, browser;
before(async () => ([server, browser] = await Promise.all([serve(), launch()])));
after(async () => {
    await browser.close();
    server.close();
});

// What a page asks for, by the time it is idle.
async function requests(path, prepare = () => {}) {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    const page = await context.newPage();
    await prepare(page);
    const responses = [];
    page.on("response", (response) => responses.push(response));
    await page.goto(`http://127.0.0.1:${server.address().port}/${path}`, { waitUntil: "networkidle" });
    const all = await Promise.all(responses.map(async (response) => ({
        kind: response.request().resourceType(),
        host: new URL(response.url()).host,
        bytes: gzipSync(await response.body()).length,
    })));
    const blocking = await page.evaluate(() => performance.getEntriesByType("resource").filter((entry) => entry.renderBlockingStatus === "blocking").length);
    await context.close();
    return { all, blocking };
}

// What is wrong with it.
function faults({ all, blocking }) {
    const own = `127.0.0.1:${server.address().port}`;
    const found = all.filter(({ host }) => host && host !== own).map(({ host }) => `asks ${host}`);
    for (const [kind, limit] of Object.entries(LIMITS)) {
        const bytes = all.filter((one) => kind === "all" || one.kind === kind).reduce((sum, one) => sum + one.bytes, 0);
        if (bytes > limit) found.push(`${kind}: ${bytes} bytes, more than ${limit}`);
    }
    if (blocking > 1) found.push(`${blocking} files stand between the reader and the text`);
    if (all.some(({ kind }) => kind === "font")) found.push("asks for a font");
    return found;
}

for (const path of ["index.html", "tasks/async-await.html", "sync/deadlock.html", "appendix/asyncio.html"]) {
    test(`${path} is light`, async () => {
        const found = await requests(path);
        assert.ok(found.all.length >= 3, "a page, a style and a script at least");
        assert.deepEqual(faults(found), []);
    });
}

test("what is heavy is found", async () => {
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
    assert.deepEqual(found.map((fault) => fault.split(/[ :]/)[0]), ["asks", "document", "all", "2"], found.join("\n"));
});
