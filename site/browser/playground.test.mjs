// The button that runs a listing on the Playground, which answers here by routes: nothing leaves this machine.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { SOURCE, on } from "./timeline.mjs";

const PLAYGROUND = "https://play.rust-lang.org/**";
const ANSWER = {
    success: true,
    exitDetail: "Exited with status 0",
    stdout: "A starts\n<b>bold</b>\n",
    stderr: "   Compiling playground v0.0.1 (/playground)\n    Finished `dev` profile\n     Running `target/debug/playground`\n",
};

// Answers in the Playground's place, as `reply` wants it, and collects what it was asked.
async function playground(page, reply) {
    const asked = [];
    await page.route(PLAYGROUND, async (route) => {
        asked.push(route.request());
        await reply(route);
    });
    return asked;
}

const json = (answer, status = 200) => (route) => route.fulfill({ status, json: answer, headers: { "Access-Control-Allow-Origin": "*" } });
const run = (page) => page.locator(".example").first().getByRole("button", { name: "Run on the Playground" });
const answer = (page) => page.locator(".example").first().locator(".playground-run");
const saying = async (page, words) => {
    await answer(page).getByText(words).waitFor();
    return answer(page).innerText();
};

on("nothing is asked of the Playground before a click, and then it gets the listing, whole", {}, async ({ page }) => {
    const elsewhere = [];
    page.on("request", (request) => new URL(request.url()).hostname === "127.0.0.1" || elsewhere.push(request.url()));
    const asked = await playground(page, json(ANSWER));
    await page.reload({ waitUntil: "networkidle" });
    await run(page).hover();
    await run(page).focus();
    assert.deepEqual(elsewhere, []);
    await run(page).click();
    await saying(page, "On the Playground it printed:");
    assert.deepEqual(elsewhere, ["https://play.rust-lang.org/execute"]);
    assert.equal(asked[0].method(), "POST");
    const { code, ...settings } = asked[0].postDataJSON();
    assert.equal(code, SOURCE);
    assert.deepEqual(settings, { channel: "stable", mode: "debug", edition: "2024", crateType: "bin", tests: false, backtrace: false });
});

on("what it printed is shown as text, without what Cargo says", {}, async ({ page }) => {
    await playground(page, json(ANSWER));
    await run(page).press("Enter");
    await saying(page, "On the Playground it printed:");
    assert.equal(await answer(page).locator(".printed").textContent(), ANSWER.stdout);
    assert.equal(await answer(page).locator("b").count(), 0);
    assert.equal(await answer(page).locator(".errors").count(), 0);
    assert.equal(await answer(page).locator("[aria-live=polite]").count(), 1);
    assert.equal(await run(page).getAttribute("aria-disabled"), null);
    await page.keyboard.press("Escape");
    assert.equal(await answer(page).count(), 0);
    assert.ok(await run(page).evaluate((button) => button === document.activeElement), "the focus is where it was");
});

on("while it runs there is no second request, and closing ends it", {}, async ({ page }) => {
    const asked = await playground(page, () => new Promise(() => {}));
    await run(page).click();
    await saying(page, "compiles and runs");
    assert.equal(await run(page).getAttribute("aria-disabled"), "true");
    await run(page).click({ force: true });
    assert.equal(asked.length, 1);
    await answer(page).getByRole("button", { name: "Close" }).click();
    assert.equal(await answer(page).count(), 0);
    assert.equal(await run(page).getAttribute("aria-disabled"), null);
});

on("a program that fails says so", {}, async ({ page }) => {
    const failure = { ...ANSWER, success: false, exitDetail: "Exited with status 101", stdout: "", stderr: `${ANSWER.stderr}\nthread 'main' panicked` };
    await playground(page, json(failure));
    await run(page).click();
    const said = await saying(page, "On the Playground it failed (Exited with status 101):");
    assert.match(said, /thread 'main' panicked/);
    assert.doesNotMatch(said, /Compiling/);
});

// The browser itself reports these two as errors of the page.
const NOISE = { complains: /Failed to load resource/ };

on("a Playground that refuses is quoted", NOISE, async ({ page }) => {
    await playground(page, json({ error: "The operation timed out" }, 500));
    await run(page).click();
    await saying(page, "The Playground did not run it: The operation timed out.");
});

on("without a network there is another way", NOISE, async ({ page }) => {
    await playground(page, (route) => route.abort("internetdisconnected"));
    await run(page).click();
    await saying(page, "The Playground cannot be reached. Without a connection, run the command above.");
    assert.equal(await run(page).getAttribute("aria-disabled"), null);
});

on("an answer that does not come is not waited for", {}, async ({ page }) => {
    await page.clock.install();
    await page.reload();
    await playground(page, () => new Promise(() => {}));
    await run(page).click();
    await saying(page, "compiles and runs");
    await page.clock.fastForward(19_000);
    assert.equal(await run(page).getAttribute("aria-disabled"), "true");
    await page.clock.fastForward(2_000);
    await saying(page, "The Playground did not answer in time.");
});

// What a page would send for each of its listings, by the listing's file.
const sent = (page) => page.locator(".example:has(.command .run)").evaluateAll((all) => all.map((figure) => [
    figure.querySelector(".source").textContent,
    figure.querySelector("code.language-rust").textContent,
]));

for (const path of ["tasks/async-await", "groups/limits", "sync/mutex", "channels/mpsc", "appendix/asyncio"]) {
    on(`every listing of ${path} would be sent as it is, or not at all`, { path: `${path}.html` }, async ({ page }) => {
        const all = await sent(page);
        assert.ok(all.length > 3, `${all.length} listings run there`);
        for (const [file, code] of all) {
            assert.equal(code, await readFile(new URL(`../../${file}`, import.meta.url), "utf8"), file);
            assert.doesNotMatch(file, /\.(fail|hang)\.rs$/);
            assert.doesNotMatch(code, /(tokio|std)::(net|fs|process|signal)|tokio_stream|async_channel/, file);
        }
    });
}

on("what cannot run there has no button", { path: "appendix/asyncio.html" }, async ({ page }) => {
    for (const name of ["asyncio/echo-server", "asyncio/child-processes", "asyncio/signals"]) {
        const figure = page.locator(`#listing-${name.replace("/", "-")}`);
        assert.equal(await figure.count(), 1, name);
        assert.equal(await figure.getByRole("button", { name: "Run on the Playground" }).count(), 0, name);
    }
});
