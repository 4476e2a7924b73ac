// The blocks above a timeline: the listing, whose lines can be lit, and its output, which can be shown in part.
(() => {
    "use strict";

    const LISTING = ":is(pre:has(> code.language-rust), .twins)";

    // The nearest sibling before an element that a selector finds; none beyond one that `stop` finds.
    function before(element, selector, stop) {
        let other = element.previousElementSibling;
        while (other && !other.matches(selector)) {
            if (stop && other.matches(stop)) return null;
            other = other.previousElementSibling;
        }
        return other;
    }

    // Lines are lit by bars that lie over the code, so that its own text and colors stay untouched.
    class Listing {
        constructor(pre) {
            this.pre = pre;
            this.code = pre.querySelector("code");
            this.count = this.code.textContent.replace(/\n$/, "").split("\n").length;
        }

        light(lines) {
            for (const old of this.pre.querySelectorAll(".now")) old.remove();
            if (lines.length === 0) return;
            // Measured each time: the reader may have changed the size of the text.
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

    // Only what the trace has recorded can be timed; an output that begins with anything else stays whole.
    class Output {
        constructor(code, prints) {
            this.code = code;
            this.prints = prints.map(({ text }) => text);
            this.isTimed = code.textContent.startsWith(this.prints.join("").trimEnd());
        }

        // Its own content is kept, and so is its height: what stands below must not jump.
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

    // The blocks that belong to a figure, as far as it has them.
    function blocks(figure, prints) {
        const found = before(figure, LISTING);
        const pre = found?.matches(".twins") ? found.querySelector("pre:has(> code.language-rust)") : found;
        const output = before(figure, ".stdout", LISTING);
        const code = output?.querySelector("pre code");
        return {
            elements: [pre, output].filter(Boolean),
            listing: pre && new Listing(pre),
            output: code && new Output(code, prints),
        };
    }

    window.timeline = { ...window.timeline, blocks };
})();
