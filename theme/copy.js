// Adds a button that copies a listing's command. It uses the same library as mdBook's own button on code.
(() => {
    "use strict";

    // How long a button shows the result, in milliseconds.
    const SHOWN = 2000;

    // Reports the result to screen readers.
    const status = document.createElement("span");
    status.className = "unseen";
    status.setAttribute("role", "status");

    function button(command) {
        const button = document.createElement("button");
        button.type = "button";
        button.className = "copy";
        button.textContent = "Copy";
        button.setAttribute("aria-label", `Copy ${command}`);
        return button;
    }

    function report(button, word, sentence) {
        button.textContent = word;
        status.textContent = sentence;
        setTimeout(() => {
            button.textContent = "Copy";
            status.textContent = "";
        }, SHOWN);
    }

    // mdBook adds buttons to outputs, too. Those of listings would not copy what is folded.
    for (const buttons of document.querySelectorAll(":is(.stdout, .stderr, .python) .buttons")) buttons.remove();
    for (const old of document.querySelectorAll("main .code .clip-button")) {
        const copy = old.cloneNode(true);
        old.replaceWith(copy);
        const text = copy.closest("pre").querySelector("code").textContent;
        const said = (word) => () => (status.textContent = word);
        const clipboard = new ClipboardJS(copy, { text: () => text });
        clipboard.on("success", said("Copied"));
        clipboard.on("error", said("The browser did not allow copying."));
    }
    for (const code of document.querySelectorAll(".command > code")) {
        const command = code.textContent;
        const copy = button(command);
        code.after(copy);
        const clipboard = new ClipboardJS(copy, { text: () => command });
        clipboard.on("success", () => report(copy, "Copied", `Copied: ${command}`));
        clipboard.on("error", () => report(copy, "Not copied", "The browser did not allow copying."));
    }
    document.querySelector("main")?.append(status);
})();
