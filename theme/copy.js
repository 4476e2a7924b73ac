// mdBook's button that copies code: here it copies the whole listing, also what is folded. It uses the same library as mdBook's own.
(() => {
    "use strict";

    // Reports the result to screen readers.
    const status = document.createElement("span");
    status.className = "unseen";
    status.setAttribute("role", "status");
    document.querySelector("main")?.append(status);

    // mdBook adds buttons to outputs, too.
    for (const buttons of document.querySelectorAll(":is(.stdout, .stderr, .python) .buttons")) buttons.remove();
    for (const copy of document.querySelectorAll("main .code .clip-button")) {
        const text = copy.closest("pre").querySelector("code").textContent;
        // mdBook hides its tooltip when the pointer leaves.
        const say = (word) => () => {
            copy.classList.add("tooltipped");
            copy.firstElementChild.textContent = word;
            status.textContent = word;
        };
        const clipboard = new ClipboardJS(copy, { text: () => text });
        clipboard.on("success", say("Copied!"));
        clipboard.on("error", say("The browser did not allow copying."));
        // mdBook's handler, at the body, must not copy again.
        copy.addEventListener("click", (event) => event.stopPropagation());
    }
})();
