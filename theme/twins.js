// Shows a listing or its asyncio twin. The reader's choice holds for all figures, and is remembered.
// Without this script the twin is below the listing.
(() => {
    "use strict";

    const KEY = "lessons-language";

    // Without access to storage the choice lasts until the page is left.
    const remembered = () => {
        try {
            return localStorage.getItem(KEY);
        } catch {
            return null;
        }
    };
    const remember = (language) => {
        try {
            localStorage.setItem(KEY, language);
        } catch {
            // The choice is not remembered.
        }
    };

    const boxes = [...document.querySelectorAll(".twins")];
    const buttons = boxes.map((box) => {
        const button = document.createElement("button");
        button.type = "button";
        button.className = "language";
        button.textContent = "Python";
        button.addEventListener("click", () => {
            const before = button.getBoundingClientRect().top;
            const language = box.dataset.shows === "python" ? "rust" : "python";
            choose(language);
            remember(language);
            // Figures above change their heights, too. Scroll so that the button stays under the pointer.
            scrollBy(0, button.getBoundingClientRect().top - before);
        });
        box.closest(".example").querySelector("figcaption").append(button);
        return button;
    });

    function choose(language) {
        for (const box of boxes) box.dataset.shows = language;
        for (const button of buttons) button.setAttribute("aria-pressed", language === "python");
        // Players measure the code again.
        dispatchEvent(new Event("resize"));
    }

    choose(remembered() === "python" ? "python" : "rust");
})();
