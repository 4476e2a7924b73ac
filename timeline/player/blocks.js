// The blocks beside a timeline: the listing, whose lines can be highlighted, and its output, which can be shown in part.
(() => {
    "use strict";

    // Highlights lines with bars over the code, so that the code's own text and colors are not changed.
    class Listing {
        constructor(pre) {
            this.pre = pre;
            this.code = pre.querySelector("code");
            this.count = this.code.textContent.replace(/\n$/, "").split("\n").length;
        }

        light(lines) {
            for (const old of this.pre.querySelectorAll(".now")) old.remove();
            if (lines.length === 0) return;
            // Measured each time, because the reader may have changed the size of the text.
            const style = getComputedStyle(this.code);
            const top = parseFloat(style.paddingTop);
            const height = (this.code.clientHeight - top - parseFloat(style.paddingBottom)) / this.count;
            for (const line of lines) {
                const bar = document.createElement("span");
                bar.className = "now";
                bar.dataset.line = line;
                bar.style.top = `${top + (line - 1) * height}px`;
                bar.style.height = `${height}px`;
                this.pre.append(bar);
            }
        }
    }

    // An output can be shown in part only if it begins with the prints of the trace. Any other stays whole.
    class Output {
        constructor(code, prints) {
            this.code = code;
            this.prints = prints.map(({ text }) => text);
            this.isTimed = code.textContent.startsWith(this.prints.join("").trimEnd());
        }

        // Keeps the original content for `restore`, and the height, so that the page does not jump.
        show(count) {
            if (!this.isTimed) return;
            if (!this.whole) {
                this.code.style.minHeight = `${this.code.getBoundingClientRect().height}px`;
                this.whole = [...this.code.childNodes];
            }
            this.code.textContent = this.prints.slice(0, count).join("");
        }

        restore() {
            if (this.whole) this.code.replaceChildren(...this.whole);
            this.code.style.minHeight = "";
            this.whole = null;
        }
    }

    // Finds the blocks beside a timeline, if there are any.
    function blocks(timeline, prints) {
        const figure = timeline.parentElement;
        const pre = figure.querySelector(":scope > pre:has(> code.language-rust), :scope > .twins > pre:has(> code.language-rust)");
        const output = figure.querySelector(":scope > .stdout");
        const code = output?.querySelector("pre code");
        return {
            elements: [pre, output].filter(Boolean),
            listing: pre && new Listing(pre),
            output: code && new Output(code, prints),
        };
    }

    window.timeline = { ...window.timeline, blocks };
})();
