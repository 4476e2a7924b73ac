// The button that runs a listing on the Playground. Routes answer in its place: no request leaves this machine.

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

// Answers in the Playground's place with `reply`, and collects the requests.
async function playground(page, reply) {
    const requests = [];
    await page.route(PLAYGROUND, async (route) => {
        requests.push(route.request());
        await reply(route);
    });
    return requests;
}

const json = (answer, status = 200) => (route) => route.fulfill({ status, json: answer, headers: { "Access-Control-Allow-Origin": "*" } });
const run = (page) => page.locator(".example").first().getByRole("button", { name: "Run on the Playground" });
const answer = (page) => page.locator(".example").first().locator(".playground-run");
const saying = async (page, words) => {
    await answer(page).getByText(words).waitFor();
    return answer(page).innerText();
};

on("only a click sends the whole listing to the Playground", {}, async ({ page }) => {
    const elsewhere = [];
    page.on("request", (request) => new URL(request.url()).hostname === "127.0.0.1" || elsewhere.push(request.url()));
    const requests = await playground(page, json(ANSWER));
    await page.reload({ waitUntil: "networkidle" });
    await run(page).hover();
    await run(page).focus();
    assert.deepEqual(elsewhere, []);
    await run(page).click();
    await saying(page, "On the Playground it printed:");
    assert.deepEqual(elsewhere, ["https://play.rust-lang.org/execute"]);
    assert.equal(requests[0].method(), "POST");
    const { code, ...settings } = requests[0].postDataJSON();
    assert.equal(code, SOURCE);
    assert.deepEqual(settings, { channel: "stable", mode: "debug", edition: "2024", crateType: "bin", tests: false, backtrace: false });
});

on("the output is shown as text, without Cargo's messages", {}, async ({ page }) => {
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
    assert.ok(await run(page).evaluate((button) => button === document.activeElement), "the focus returns");
});

on("while a program runs there is no second request, and closing cancels it", {}, async ({ page }) => {
    const requests = await playground(page, () => new Promise(() => {}));
    await run(page).click();
    await saying(page, "compiles and runs");
    assert.equal(await run(page).getAttribute("aria-disabled"), "true");
    await run(page).click({ force: true });
    assert.equal(requests.length, 1);
    await answer(page).getByRole("button", { name: "Close" }).click();
    assert.equal(await answer(page).count(), 0);
    assert.equal(await run(page).getAttribute("aria-disabled"), null);
});

on("a failing program is reported", {}, async ({ page }) => {
    const failure = { ...ANSWER, success: false, exitDetail: "Exited with status 101", stdout: "", stderr: `${ANSWER.stderr}\nthread 'main' panicked` };
    await playground(page, json(failure));
    await run(page).click();
    const text = await saying(page, "On the Playground it failed (Exited with status 101):");
    assert.match(text, /thread 'main' panicked/);
    assert.doesNotMatch(text, /Compiling/);
});

// The browser reports failed requests as errors of the page.
const NOISE = { ignored: /Failed to load resource/ };

on("a refusal of the Playground is quoted", NOISE, async ({ page }) => {
    await playground(page, json({ error: "The operation timed out" }, 500));
    await run(page).click();
    await saying(page, "The Playground did not run it: The operation timed out.");
});

on("without a network the message names another way", NOISE, async ({ page }) => {
    await playground(page, (route) => route.abort("internetdisconnected"));
    await run(page).click();
    await saying(page, "The Playground cannot be reached. Without a connection, run the command above.");
    assert.equal(await run(page).getAttribute("aria-disabled"), null);
});

on("a late answer is reported as a timeout", {}, async ({ page }) => {
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

// The pairs of file and program that a page would send.
const sent = (page) => page.locator(".example:has(.command .run)").evaluateAll((all) => all.map((figure) => [
    figure.querySelector(".source").textContent,
    figure.querySelector("code.language-rust").textContent,
]));

for (const path of ["tasks/async-await", "groups/limits", "sync/mutex", "channels/mpsc", "appendix/asyncio-tasks"]) {
    on(`every listing of ${path} would be sent as it is`, { path: `${path}.html` }, async ({ page }) => {
        const all = await sent(page);
        assert.ok(all.length > 3, `${all.length} listings run there`);
        for (const [file, code] of all) {
            assert.equal(code, await readFile(new URL(`../../${file}`, import.meta.url), "utf8"), file);
            assert.doesNotMatch(file, /\.(fail|hang)\.rs$/);
            assert.doesNotMatch(code, /(tokio|std)::(net|fs|process|signal)|tokio_stream|async_channel/, file);
        }
    });
}

on("listings that cannot run there have no button", { path: "appendix/asyncio-io.html" }, async ({ page }) => {
    for (const name of ["asyncio-io/echo-server", "asyncio-io/child-processes", "asyncio-io/signals"]) {
        const figure = page.locator(`#listing-${name.replace("/", "-")}`);
        assert.equal(await figure.count(), 1, name);
        assert.equal(await figure.getByRole("button", { name: "Run on the Playground" }).count(), 0, name);
    }
});
