// A listing and its asyncio twin stand side by side where there is room, or one of them is chosen; the choice is remembered.
// Without this script both stand one below the other.
(() => {
    "use strict";

    const KEY = "lessons-language";
    const CHOICES = ["Rust", "Python", "Both"];
    // From here on both are seen without the one pushing the other down, in pixels.
    const WIDE = 1000;

    // Storage may be forbidden; then the choice lasts as long as the page.
    const remembered = () => {
        try {
            return localStorage.getItem(KEY);
        } catch {
            return null;
        }
    };
    const remember = (choice) => {
        try {
            localStorage.setItem(KEY, choice);
        } catch {
            // Nothing is lost but the memory.
        }
    };

    const figures = [];

    function choose(choice) {
        for (const { box, buttons } of figures) {
            box.dataset.shows = choice.toLowerCase();
            for (const button of buttons) button.setAttribute("aria-pressed", button.textContent === choice);
        }
        // Whoever has measured the code measures it anew.
        dispatchEvent(new Event("resize"));
    }

    // The box round both: the build has made it, save in pages that mdBook makes by itself.
    function around(rust, python) {
        if (rust.parentElement.matches(".twins")) return rust.parentElement;
        const box = document.createElement("div");
        box.className = "twins";
        rust.before(box);
        box.append(rust, python);
        return box;
    }

    function make(rust, python) {
        const box = around(rust, python);
        const bar = document.createElement("div");
        bar.className = "choice";
        bar.setAttribute("role", "group");
        bar.setAttribute("aria-label", "Language");
        const buttons = CHOICES.map((choice) => {
            const button = document.createElement("button");
            button.type = "button";
            button.textContent = choice;
            button.addEventListener("click", () => {
                const before = button.getBoundingClientRect().top;
                choose(choice);
                remember(choice);
                // What is above has changed its height, too: the button stays under the pointer.
                scrollBy(0, button.getBoundingClientRect().top - before);
            });
            return button;
        });
        bar.append(...buttons);
        const caption = box.previousElementSibling;
        if (caption?.matches("figcaption")) caption.append(bar);
        else box.prepend(bar);
        figures.push({ box, buttons });
    }

    for (const code of document.querySelectorAll("main pre + pre > code.language-python")) {
        const python = code.parentElement;
        make(python.previousElementSibling, python);
    }
    const content = document.querySelector(".content");
    const choice = remembered();
    if (figures.length === 0 || !content) return;
    if (CHOICES.includes(choice)) return choose(choice);
    // To ask for the width here would lay out the whole page once more. The styles show already what this chooses.
    const width = new ResizeObserver(([{ contentRect }]) => {
        width.disconnect();
        choose(contentRect.width >= WIDE ? "Both" : "Rust");
    });
    width.observe(content);
})();
