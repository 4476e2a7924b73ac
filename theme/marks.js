// Marks the chapters that were read to their end, and those that the reader ticked off, in the table of contents. The marks are kept in
// this browser only. The page "How to read, run and check" saves, restores and clears them.
(() => {
    "use strict";

    const KEY = "lessons-marks";
    const FILE = "async-rust-lessons.json";
    const MARKS = ["read", "done"];

    // Without access to storage the marks last until the page is left.
    let kept = {};

    // Keeps what is a mark of a page: a file may hold anything.
    function understood(text) {
        const entries = Object.entries(JSON.parse(text) ?? {});
        return Object.fromEntries(entries.filter(([page, mark]) => page.endsWith(".html") && MARKS.includes(mark)));
    }

    function load() {
        try {
            kept = understood(localStorage.getItem(KEY) ?? "{}");
        } catch {
            // The marks of this page remain.
        }
        return kept;
    }

    function save(marks) {
        kept = marks;
        try {
            localStorage.setItem(KEY, JSON.stringify(marks));
        } catch {
            // The marks are not remembered.
        }
        show();
    }

    const root = new URL(typeof path_to_root === "string" && path_to_root ? path_to_root : "./", location.href);
    const pageOf = (url) => decodeURIComponent(new URL(url, location.href).pathname.slice(root.pathname.length)) || "index.html";

    const minutes = document.querySelector("main > .minutes");
    const here = pageOf(location.href);
    const tick = document.createElement("input");

    function show() {
        const marks = load();
        tick.checked = marks[here] === "done";
        for (const link of document.querySelectorAll(".sidebar .chapter a[href]:not([href^='#'])")) {
            const mark = marks[pageOf(link.href)];
            if (mark) link.dataset.mark = mark;
            else delete link.dataset.mark;
        }
    }

    // A chapter ends in a box to tick; it is read when that comes into view.
    if (minutes) {
        tick.type = "checkbox";
        tick.autocomplete = "off";
        tick.addEventListener("change", () => save({ ...load(), [here]: tick.checked ? "done" : "read" }));
        const label = document.createElement("label");
        label.append(tick, " I have done this chapter");
        const foot = document.createElement("p");
        foot.className = "done";
        foot.append(label);
        document.querySelector("main").append(foot);
        const end = new IntersectionObserver(([{ isIntersecting }]) => {
            if (isIntersecting && !load()[here]) save({ ...load(), [here]: "read" });
        });
        end.observe(foot);
    }

    function control(text, action) {
        const button = document.createElement("button");
        button.type = "button";
        button.textContent = text;
        button.addEventListener("click", action);
        return button;
    }

    // The controls for all marks.
    function controls(box) {
        const status = document.createElement("p");
        status.setAttribute("role", "status");
        const say = (text) => (status.textContent = text);
        const count = (marks) => `Marked chapters: ${Object.keys(marks).length}.`;
        const file = document.createElement("input");
        Object.assign(file, { type: "file", accept: ".json", hidden: true });
        file.addEventListener("change", async () => {
            try {
                const marks = understood(await file.files[0].text());
                // Another file must not clear the marks.
                if (Object.keys(marks).length === 0) throw new Error("no marks");
                save(marks);
                say(`Restored. ${count(marks)}`);
            } catch {
                say("This file holds no marks. Choose one that was saved here.");
            }
            file.value = "";
        });
        const keep = control("Save to a file", () => {
            const link = document.createElement("a");
            link.href = URL.createObjectURL(new Blob([JSON.stringify(load(), null, 1)], { type: "application/json" }));
            link.download = FILE;
            link.click();
            setTimeout(() => URL.revokeObjectURL(link.href), 0);
            say(`Saved. ${count(load())}`);
        });
        const restore = control("Restore from a file", () => file.click());
        const clear = control("Clear", () => {
            if (!confirm("Clear the marks of all chapters?")) return;
            save({});
            say("Cleared.");
        });
        box.append(keep, " ", restore, " ", clear, file, status);
    }

    const box = document.querySelector("main .progress");
    if (box) controls(box);
    // Another tab may change them.
    addEventListener("storage", show);
    show();
})();
