// Adds a button that runs a listing on the Rust Playground. Pages mark the listings that can run there: src/figure/playground.rs.
// Before a click nothing is sent to the Playground. Then it gets the whole listing.
(() => {
    "use strict";

    const ADDRESS = "https://play.rust-lang.org/execute";
    const SETTINGS = { channel: "stable", mode: "debug", edition: "2024", crateType: "bin", tests: false, backtrace: false };
    // How long to wait for an answer, in milliseconds. The Playground stops a program after ten seconds.
    const LIMIT = 20_000;
    // Cargo's messages before the program runs.
    const CARGO = /^ +(Compiling|Finished|Running) .*\n?/gm;

    function make(tag, properties, ...children) {
        const element = Object.assign(document.createElement(tag), properties);
        element.append(...children);
        return element;
    }

    async function execute(code, signal) {
        const request = {
            method: "POST",
            mode: "cors",
            headers: { "Content-Type": "application/json" },
            body: JSON.stringify({ ...SETTINGS, code }),
            signal,
        };
        const response = await fetch(ADDRESS, request);
        const answer = await response.json().catch(() => ({}));
        if (!response.ok) throw new Error(`The Playground did not run it: ${answer.error ?? `status ${response.status}`}.`);
        return answer;
    }

    // Says what went wrong and what the reader can do.
    function explain(error) {
        if (error.name === "TimeoutError") return "The Playground did not answer in time. Try again, or run the command above.";
        // `fetch` reports a failed network as a `TypeError`.
        if (error instanceof TypeError) return "The Playground cannot be reached. Without a connection, run the command above.";
        return error.message;
    }

    class Run {
        constructor(row) {
            this.code = row.closest(".example")?.querySelector("pre > code.language-rust");
            if (!this.code) return;
            this.row = row;
            this.button = make("button", { type: "button", className: "run", textContent: "Run on the Playground" });
            this.button.addEventListener("click", () => this.running || this.start());
            row.append(this.button);
            row.addEventListener("keydown", (event) => this.key(event));
        }

        open() {
            if (this.panel) return;
            this.result = make("div", {});
            this.result.setAttribute("aria-live", "polite");
            const close = make("button", { type: "button", className: "close", textContent: "Close" });
            close.setAttribute("aria-label", "Close the Playground's answer");
            close.addEventListener("click", () => this.close());
            this.panel = make("div", { className: "playground-run" }, this.result, close);
            this.panel.addEventListener("keydown", (event) => this.key(event));
            this.row.after(this.panel);
        }

        key(event) {
            if (event.key !== "Escape" || !this.panel) return;
            event.stopPropagation();
            this.close();
        }

        close() {
            this.running?.abort();
            this.running = null;
            this.button.removeAttribute("aria-disabled");
            this.panel?.remove();
            this.panel = null;
            this.button.focus();
        }

        report(sentence, ...parts) {
            this.result.replaceChildren(make("p", { textContent: sentence }), ...parts);
        }

        async start() {
            const running = (this.running = new AbortController());
            this.button.setAttribute("aria-disabled", "true");
            this.open();
            this.report("The Playground compiles and runs it…");
            const timer = setTimeout(() => running.abort(new DOMException("", "TimeoutError")), LIMIT);
            try {
                const answer = await execute(this.code.textContent, running.signal);
                if (this.running === running) this.show(answer);
            } catch (error) {
                if (this.running === running) this.report(explain(error));
            } finally {
                clearTimeout(timer);
                if (this.running === running) {
                    this.running = null;
                    this.button.removeAttribute("aria-disabled");
                }
            }
        }

        show({ success, exitDetail, stdout = "", stderr = "" }) {
            const errors = stderr.replace(CARGO, "").trim();
            const parts = [];
            if (stdout) parts.push(make("pre", { className: "printed", textContent: stdout }));
            if (errors) parts.push(make("pre", { className: "errors", textContent: errors }));
            const sentence = success ? "On the Playground it printed:" : `On the Playground it failed (${exitDetail}):`;
            this.report(parts.length > 0 ? sentence : "On the Playground it printed nothing.", ...parts);
        }
    }

    for (const row of document.querySelectorAll('.command[data-runs="playground"]')) new Run(row);
})();
