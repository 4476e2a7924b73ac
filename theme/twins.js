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

    // The buttons go into the caption, which stands above the box with both.
    function make(box) {
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
        box.previousElementSibling.append(bar);
        figures.push({ box, buttons });
    }

    document.querySelectorAll(".twins").forEach(make);
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
