// Serves the built pages and opens them in a browser.

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { after, before } from "node:test";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { chromium } from "playwright-core";

// Where `cargo run build` puts the pages.
export const ROOT = fileURLToPath(new URL("../../target/book/", import.meta.url));
export const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
// The paths of all pages in the table of contents, and that of the page for wrong addresses.
const summary = await readFile(new URL("../../book/SUMMARY.md", import.meta.url), "utf8");
export const PATHS = ["index.html", "404.html", ...[...summary.matchAll(/\]\(([^)]+)\.md\)/g)].map(([, path]) => `${path}.html`)];

const TYPES = { ".css": "text/css", ".html": "text/html", ".js": "text/javascript", ".svg": "image/svg+xml" };

async function answer(folder, isCompressed, { url }, response) {
    const path = normalize(decodeURIComponent(new URL(url, "http://localhost").pathname));
    try {
        const body = await readFile(join(folder, path));
        response.setHeader("Content-Type", TYPES[extname(path)] ?? "application/octet-stream");
        if (isCompressed) response.setHeader("Content-Encoding", "gzip");
        response.end(isCompressed ? gzipSync(body) : body);
    } catch {
        response.writeHead(404).end();
    }
}

// Serves the pages in a folder on a free port. Returns the function `url` of a page's path, and `close`.
export async function serve(folder = ROOT, isCompressed = false) {
    const server = createServer((request, response) => answer(folder, isCompressed, request, response));
    await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
    return { url: (path) => `http://127.0.0.1:${server.address().port}/${path}`, close: () => server.close() };
}

export function launch() {
    return chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] });
}

// Starts a server and a browser before the tests of a file, and stops them after the last test.
export function setUp() {
    const site = {};
    before(async () => ([site.server, site.browser] = await Promise.all([serve(), launch()])));
    after(async () => {
        await site.browser.close();
        site.server.close();
    });
    return site;
}

// Collects the errors on a page's console, except those that match `ignored`, and the exceptions of its scripts.
export function complaintsOf(page, ignored) {
    const complaints = [];
    page.on("console", (message) => message.type() === "error" && !ignored?.test(message.text()) && complaints.push(`${page.url()}: ${message.text()}`));
    page.on("pageerror", (error) => complaints.push(`${page.url()}: ${error.stack}`));
    return complaints;
}
