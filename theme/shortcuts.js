// Lets readers turn off mdBook's keys S, / and ? (WCAG 2.1.4): speech input can type single letters by accident.
(() => {
    "use strict";

    const KEY = "lessons-shortcuts";
    const popup = document.getElementById("mdbook-help-popup");
    const menu = document.querySelector(".left-buttons");
    if (!popup || !menu) return;

    // Without access to storage the choice lasts until the page is left.
    let isOff = false;
    try {
        isOff = localStorage.getItem(KEY) === "off";
    } catch {
        // The keys stay on.
    }

    const label = document.createElement("label");
    const choice = document.createElement("input");
    choice.type = "checkbox";
    choice.checked = !isOff;
    choice.addEventListener("change", () => {
        isOff = !choice.checked;
        try {
            localStorage.setItem(KEY, isOff ? "off" : "on");
        } catch {
            // The choice is not remembered.
        }
    });
    label.append(choice, " Use single keys, such as S, as shortcuts");
    popup.append(label);
    popup.setAttribute("role", "dialog");
    popup.setAttribute("aria-label", "Keyboard shortcuts");

    const button = document.createElement("button");
    button.type = "button";
    button.className = "icon-button shortcuts";
    button.textContent = "?";
    button.title = "Keyboard shortcuts";
    button.setAttribute("aria-label", button.title);
    button.setAttribute("aria-haspopup", "dialog");
    // mdBook opens and closes its popup only by keys.
    const press = (key) => document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
    button.addEventListener("click", () => press("?"));
    menu.append(button);

    // When the popup opens, it takes the focus and keeps it. When it closes, the focus returns.
    const container = popup.parentElement;
    let before = button;
    new MutationObserver(() => {
        if (getComputedStyle(container).display === "none") before.focus();
        else if (!popup.contains(document.activeElement)) {
            before = document.activeElement === document.body ? button : document.activeElement;
            choice.focus();
        }
    }).observe(container, { attributeFilter: ["style"] });
    popup.addEventListener("keydown", (event) => event.key === "Tab" && event.preventDefault());

    addEventListener("keydown", (event) => {
        const { key, isTrusted, target } = event;
        const isPlain = key.length === 1 && key !== " " && !event.ctrlKey && !event.altKey && !event.metaKey;
        const isTyped = target.matches?.("input:not([type=checkbox]), select, textarea");
        if (isOff && isTrusted && isPlain && !isTyped) event.stopImmediatePropagation();
    }, { capture: true });
})();
