// The script that `cargo run serve` adds to each page.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { launch } from "./pages.mjs";

const script = await readFile(new URL("../src/serve/live.js", import.meta.url), "utf8");

test("an open page shows an error until it is mended, and loads again after a build", async () => {
    const browser = await launch();
    try {
        const page = await browser.newPage();
        await page.route("**/*", (route) => route.fulfill({
            contentType: "text/html",
            body: `<body><script>EventSource = function () { window.news = this; }</script><script data-build="1">${script}</script></body>`,
        }));
        await page.goto("http://localhost/");
        const hear = (state) => page.evaluate((state) => window.news.onmessage({ data: JSON.stringify(state) }), state);
        const alerts = () => page.getByRole("alert").allTextContents();

        await hear({ build: "1", error: null });
        assert.deepEqual(await alerts(), []);
        for (const error of ["book/a.md:3: <b>no</b>", "book/a.md:4: nor this"]) {
            await hear({ build: "1", error });
            const shown = await alerts();
            assert.equal(shown.length, 1);
            assert.ok(shown[0].endsWith(error), shown[0]);
        }
        await hear({ build: "1", error: null });
        assert.deepEqual(await alerts(), []);

        const loaded = page.waitForEvent("load");
        await hear({ build: "2", error: null });
        await loaded;
    } finally {
        await browser.close();
    }
});
