// Shows a listing and its asyncio twin side by side if there is room, or one of them. The reader's choice is remembered.
// Without this script the twin is below the listing.
(() => {
    "use strict";

    const KEY = "lessons-language";
    const CHOICES = ["Rust", "Python", "Both"];
    // The least width of the content at which both fit side by side, in pixels. twins.css has the same number.
    const WIDE = 1000;

    // Without access to storage the choice lasts until the page is left.
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
            // The choice is not remembered.
        }
    };

    const figures = [];

    function choose(choice) {
        for (const { box, buttons } of figures) {
            box.dataset.shows = choice.toLowerCase();
            for (const button of buttons) button.setAttribute("aria-pressed", button.textContent === choice);
        }
        // Players measure the code again.
        dispatchEvent(new Event("resize"));
    }

    // Puts the buttons into the caption above the box with both listings.
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
                // Figures above change their heights, too. Scroll so that the button stays under the pointer.
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
    // Reading the width now would lay out the page once more. The styles already show what this will choose.
    const width = new ResizeObserver(([{ contentRect }]) => {
        width.disconnect();
        choose(contentRect.width >= WIDE ? "Both" : "Rust");
    });
    width.observe(content);
})();
