// Measures pages on a phone with Lighthouse: `node speed.mjs [PAGE…]` prints the median of three runs each. Run nothing else meanwhile.
// The environment variable PAGES names another folder of pages, for example one made by `mdbook build`.

import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { CHROMIUM, serve } from "./pages.mjs";

// Not in package.json, because it is big and only used here. npm downloads it on first use.
const LIGHTHOUSE = "lighthouse@12.8.2";
const RUNS = 3;
const PAGES = ["introduction.html", "tasks/async-await.html", "groups/join-set.html", "sync/deadlock.html", "practice/costs.html", "appendix/asyncio-groups.html"];
const SCORES = ["performance", "accessibility", "best-practices", "seo"];
const TIMES = { "largest-contentful-paint": "LCP", "total-blocking-time": "blocked" };

const server = await serve(process.env.PAGES, true);

async function measure(page) {
    const address = server.url(page);
    const flags = ["--chrome-flags=--headless=new --no-sandbox --disable-gpu", "--output=json", "--quiet"];
    const run = promisify(execFile)("npx", ["--yes", LIGHTHOUSE, address, ...flags], {
        env: { ...process.env, CHROME_PATH: CHROMIUM },
        maxBuffer: 100_000_000,
    });
    const { categories, audits } = JSON.parse((await run).stdout);
    const failed = SCORES.slice(1).flatMap((score) => categories[score].auditRefs.map(({ id }) => audits[id]).filter((audit) => audit.score !== null && audit.score < 1));
    return {
        ...Object.fromEntries(SCORES.map((score) => [score, Math.round(categories[score].score * 100)])),
        ...Object.fromEntries(Object.entries(TIMES).map(([id, name]) => [name, audits[id].numericValue])),
        kB: audits["total-byte-weight"].numericValue / 1000,
        failed: new Set(failed.map(({ id }) => id)),
    };
}

function median(numbers) {
    return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

console.log("performance/accessibility/best practices/SEO, largest contentful paint, blocking time, transferred");
const wanted = process.argv.slice(2);
for (const page of wanted.length > 0 ? wanted : PAGES) {
    const runs = [];
    for (let run = 0; run < RUNS; run++) runs.push(await measure(page));
    const middle = (key) => median(runs.map((run) => run[key]));
    const scores = SCORES.map(middle).join("/");
    const failed = [...new Set(runs.flatMap((run) => [...run.failed]))];
    const [paint, blocked] = [(middle("LCP") / 1000).toFixed(1), middle("blocked").toFixed(0)];
    console.log(`${page}: ${scores}, ${paint} s, ${blocked} ms, ${middle("kB").toFixed(0)} kB${failed.length > 0 ? `; failed: ${failed.join(", ")}` : ""}`);
}
server.close();
