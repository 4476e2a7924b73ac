// Serves the built pages and opens them in a browser, for tests.

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { chromium } from "playwright-core";

// Where `cargo run build` puts the pages.
export const ROOT = fileURLToPath(new URL("../../target/book/", import.meta.url));
export const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
// The pages of the book, and the one for wrong addresses.
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

// Serves pages on a free port, compressed if wanted.
export function serve(folder = ROOT, isCompressed = false) {
    const server = createServer((request, response) => answer(folder, isCompressed, request, response));
    return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

export function launch() {
    return chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] });
}
