// Runs a listing on the Rust Playground, when it is asked to. Which ones run there is known since the pages were made: src/playground.rs.
// Nothing is asked of the Playground before a click, and then it gets the listing, whole.
(() => {
    "use strict";

    const ADDRESS = "https://play.rust-lang.org/execute";
    const SETTINGS = { channel: "stable", mode: "debug", edition: "2024", crateType: "bin", tests: false, backtrace: false };
    // The Playground stops a program after ten seconds; an answer that takes longer than this will not come, in milliseconds.
    const LIMIT = 20_000;
    // What Cargo says before the program runs.
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

    // What went wrong, and what can be done.
    function reason(error) {
        if (error.name === "TimeoutError") return "The Playground did not answer in time. Try again, or run the command above.";
        // `fetch` has no better name for a network that fails.
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
            this.said = make("div", {});
            this.said.setAttribute("aria-live", "polite");
            const close = make("button", { type: "button", className: "close", textContent: "Close" });
            close.setAttribute("aria-label", "Close the Playground's answer");
            close.addEventListener("click", () => this.close());
            this.panel = make("div", { className: "playground-run" }, this.said, close);
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

        say(sentence, ...parts) {
            this.said.replaceChildren(make("p", { textContent: sentence }), ...parts);
        }

        async start() {
            const running = (this.running = new AbortController());
            this.button.setAttribute("aria-disabled", "true");
            this.open();
            this.say("The Playground compiles and runs it…");
            const timer = setTimeout(() => running.abort(new DOMException("", "TimeoutError")), LIMIT);
            try {
                const answer = await execute(this.code.textContent, running.signal);
                if (this.running === running) this.show(answer);
            } catch (error) {
                if (this.running === running) this.say(reason(error));
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
            this.say(parts.length > 0 ? sentence : "On the Playground it printed nothing.", ...parts);
        }
    }

    for (const row of document.querySelectorAll('.command[data-runs="playground"]')) new Run(row);
})();
