// The blocks beside a timeline: the listing, whose lines can be highlighted, and its output, of which the future can be dimmed.
(() => {
    "use strict";

    class Listing {
        constructor(pre) {
            this.pre = pre;
        }

        // The highlighter makes the rows anew when the code comes near, so they are looked up each time.
        get rows() {
            return [...this.pre.querySelectorAll(".row")];
        }

        light(lines) {
            for (const row of this.rows) row.classList.toggle("now", lines.includes(Number(row.dataset.line)));
        }

        // Scrolls as little as needed to see the highlighted lines, if the drawing stays in view: it sticks beside the code.
        follow() {
            const column = this.pre.closest(".example").querySelector(".result");
            if (getComputedStyle(column).position !== "sticky") return;
            for (const row of this.rows.filter((row) => row.matches(".now")).reverse()) row.scrollIntoView({ block: "nearest" });
        }

        // Calls `point` with the line under the pointer, from 1, and with `null` when it leaves.
        listen(point) {
            this.pre.addEventListener("pointerover", ({ target }) => point(Number(target.closest(".row")?.dataset.line) || null));
            this.pre.addEventListener("pointerleave", () => point(null));
        }
    }

    // What is not printed yet can be dimmed only if the output begins with the prints of the trace.
    class Output {
        constructor(pre, prints) {
            this.rows = [...pre.querySelectorAll(".row")];
            this.prints = prints.map(({ text }) => text);
            this.isTimed = pre.textContent.startsWith(this.prints.join("").trimEnd());
        }

        // Dims all lines but those of the first prints.
        show(count) {
            if (!this.isTimed) return;
            const printed = this.prints.slice(0, count).join("").split("\n").length - 1;
            this.rows.forEach((row, index) => row.classList.toggle("future", index >= printed));
        }

        restore() {
            for (const row of this.rows) row.classList.remove("future");
        }
    }

    // Finds the blocks beside a timeline, if there are any.
    function blocks(timeline, prints) {
        const figure = timeline.closest(".example");
        const pre = figure?.querySelector(".code > pre:has(> code.language-rust)");
        const output = figure?.querySelector(".stdout > pre");
        return {
            elements: [pre, output].filter(Boolean),
            listing: pre && new Listing(pre),
            output: output && new Output(output, prints),
        };
    }

    window.timeline = { ...window.timeline, blocks };
})();
