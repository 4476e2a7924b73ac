// Divides listings and outputs into rows with numbers: sentences refer to the lines of listings, timelines to those of outputs.
(() => {
    "use strict";

    // Divides a node at its line feeds: one fragment for each line, without the line feed.
    function split(node) {
        if (node.nodeType === Node.TEXT_NODE) return node.textContent.split("\n").map((text) => [new Text(text)]);
        const lines = [[]];
        for (const child of node.childNodes) {
            const [first, ...rest] = split(child);
            lines.at(-1).push(...first);
            lines.push(...rest);
        }
        if (node.tagName === "CODE") return lines;
        return lines.map((parts) => {
            const copy = node.cloneNode(false);
            copy.append(...parts);
            return [copy];
        });
    }

    function rows(code) {
        const lines = split(code);
        // The last line feed ends a line.
        if (lines.at(-1).every((part) => part.textContent === "")) lines.pop();
        const rows = lines.map((parts, index) => {
            const row = document.createElement("span");
            row.className = "row";
            row.dataset.line = index + 1;
            row.append(...parts);
            return row;
        });
        code.replaceChildren(...rows.flatMap((row) => [row, "\n"]));
        return rows;
    }

    // The lines that are shown around a change.
    const AROUND = 3;
    // As many lines, or fewer, are not folded.
    const LEAST = 3;

    // Folds the lines that did not change. A button in the caption shows the whole.
    function fold(pre, rows) {
        const changed = new Set();
        for (const range of pre.dataset.changed.split(" ").filter(Boolean)) {
            const [first, last] = range.split("-").map(Number);
            for (let line = first; line <= last; line += 1) changed.add(line);
        }
        // Where a lane waits or prints, the timeline must be able to highlight the line.
        const example = pre.closest(".example");
        const waits = [...example.querySelectorAll(".bar[data-line]")].map((bar) => Number(bar.dataset.line));
        const { prints } = JSON.parse(example.querySelector("script.trace")?.textContent ?? '{ "prints": [] }');
        const kept = new Set([...waits, ...prints.map(({ line }) => line)]);
        const isNear = (line) => kept.has(line) || [...changed].some((other) => Math.abs(other - line) <= AROUND);
        for (const row of rows) row.classList.toggle("changed", changed.has(Number(row.dataset.line)));
        const hidden = rows.filter((row) => !isNear(Number(row.dataset.line)));
        // Each run of rows, with the line feeds behind them.
        const runs = [];
        for (const row of hidden) {
            if (hidden.includes(row.previousElementSibling)) runs.at(-1).push(row);
            else runs.push([row]);
        }
        const long = runs.filter((run) => run.length > LEAST);
        for (const run of long) {
            const fold = document.createElement("span");
            fold.className = "fold";
            fold.dataset.count = `⋯ ${run.length} lines as in ${pre.dataset.since}`;
            run[0].before(fold);
            fold.append(...run.flatMap((row) => [row, row.nextSibling]));
        }
        if (long.length > 0) button(pre);
    }

    function button(pre) {
        const button = document.createElement("button");
        button.type = "button";
        button.className = "whole";
        button.textContent = "Whole";
        button.dataset.language = pre.querySelector("code").className;
        const show = (isWhole) => {
            button.setAttribute("aria-pressed", isWhole);
            for (const fold of pre.querySelectorAll(".fold")) fold.classList.toggle("open", isWhole);
        };
        button.addEventListener("click", () => show(button.getAttribute("aria-pressed") !== "true"));
        show(false);
        pre.closest(".example").querySelector("figcaption").append(button);
    }

    const blocks = "main pre > code:is(.language-rust, .language-python), .example:has(.timeline) .stdout code";
    for (const code of document.querySelectorAll(blocks)) {
        const all = rows(code);
        const pre = code.parentElement;
        pre.classList.add("numbered");
        if (pre.dataset.changed !== undefined) fold(pre, all);
    }
})();
