// Copies the command that runs a listing. mdBook's own button, on code, stays as it is; both use the same library.
(() => {
    "use strict";

    // How long a button says what it did, in milliseconds.
    const SHOWN = 2000;

    // Says it to those who listen, too.
    const said = document.createElement("span");
    said.className = "unseen";
    said.setAttribute("role", "status");

    function button(command) {
        const button = document.createElement("button");
        button.type = "button";
        button.className = "copy";
        button.textContent = "Copy";
        button.setAttribute("aria-label", `Copy ${command}`);
        return button;
    }

    function say(button, word, sentence) {
        button.textContent = word;
        said.textContent = sentence;
        setTimeout(() => {
            button.textContent = "Copy";
            said.textContent = "";
        }, SHOWN);
    }

    for (const code of document.querySelectorAll(".command > code")) {
        const command = code.textContent;
        const copy = button(command);
        code.after(copy);
        const clipboard = new ClipboardJS(copy, { text: () => command });
        clipboard.on("success", () => say(copy, "Copied", `Copied: ${command}`));
        clipboard.on("error", () => say(copy, "Not copied", "The browser did not allow it to be copied."));
    }
    document.querySelector("main")?.append(said);
})();
