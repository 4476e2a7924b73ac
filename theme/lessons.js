// Numbers the lines of listings, to which the text refers, and of outputs, to which timelines refer.
(() => {
    "use strict";
    for (const code of document.querySelectorAll("main pre > code:is(.language-rust, .language-python), .example:has(.timeline) .stdout code")) {
        const count = code.textContent.replace(/\n$/, "").split("\n").length;
        const lines = document.createElement("span");
        lines.className = "lines";
        lines.setAttribute("aria-hidden", "true");
        lines.textContent = Array.from({ length: count }, (_, index) => index + 1).join("\n");
        code.before(lines);
    }
})();
