// The blocks beside a timeline: the listing, whose lines can be highlighted, and its output, of which the future can be dimmed.
(() => {
    "use strict";

    // Highlights lines with bars over the code, so that the code's own text and colors are not changed.
    class Listing {
        constructor(pre) {
            this.pre = pre;
            this.code = pre.querySelector("code");
            this.count = this.code.textContent.replace(/\n$/, "").split("\n").length;
        }

        // The top of the first line and the height of a line, measured each time: the reader may have changed the size of the text.
        get rows() {
            const style = getComputedStyle(this.code);
            const top = parseFloat(style.paddingTop);
            return { top, height: (this.code.clientHeight - top - parseFloat(style.paddingBottom)) / this.count };
        }

        light(lines) {
            for (const old of this.pre.querySelectorAll(".now")) old.remove();
            if (lines.length === 0) return;
            const { top, height } = this.rows;
            for (const line of lines) {
                const bar = document.createElement("span");
                bar.className = "now";
                bar.dataset.line = line;
                bar.style.top = `${top + (line - 1) * height}px`;
                bar.style.height = `${height}px`;
                this.pre.append(bar);
            }
        }

        // Scrolls as little as needed to see the highlighted lines, if the drawing stays in view: it sticks beside the code.
        follow() {
            const column = this.pre.closest(".example").querySelector(".result");
            if (getComputedStyle(column).position !== "sticky") return;
            const lines = [...this.pre.querySelectorAll(".now")].sort((one, other) => other.dataset.line - one.dataset.line);
            for (const line of lines) line.scrollIntoView({ block: "nearest" });
        }

        // Calls `point` with the line under the pointer, from 1, and with `null` when it leaves.
        listen(point) {
            this.pre.addEventListener("pointermove", ({ clientY }) => {
                const { top, height } = this.rows;
                point(Math.floor((clientY - this.code.getBoundingClientRect().top - top) / height) + 1);
            });
            this.pre.addEventListener("pointerleave", () => point(null));
        }
    }

    // What is not printed yet can be dimmed only if the output begins with the prints of the trace.
    class Output {
        constructor(code, prints) {
            this.code = code;
            this.prints = prints.map(({ text }) => text);
            this.isTimed = code.textContent.startsWith(this.prints.join("").trimEnd());
        }

        // Keeps the original content for `restore`.
        show(count) {
            if (!this.isTimed) return;
            this.whole ??= [...this.code.childNodes];
            const text = this.whole.map((node) => node.textContent).join("");
            const printed = this.prints.slice(0, count).join("").length;
            const future = document.createElement("span");
            future.className = "future";
            future.textContent = text.slice(printed);
            this.code.replaceChildren(text.slice(0, printed), future);
        }

        restore() {
            if (this.whole) this.code.replaceChildren(...this.whole);
            this.whole = null;
        }
    }

    // Finds the blocks beside a timeline, if there are any.
    function blocks(timeline, prints) {
        const figure = timeline.closest(".example");
        const pre = figure?.querySelector(".code > pre:has(> code.language-rust)");
        const output = figure?.querySelector(".stdout");
        const code = output?.querySelector("pre code");
        return {
            elements: [pre, output].filter(Boolean),
            listing: pre && new Listing(pre),
            output: code && new Output(code, prints),
        };
    }

    window.timeline = { ...window.timeline, blocks };
})();
