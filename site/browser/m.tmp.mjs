import { launch, serve } from "./pages.mjs";
const server = await serve(); const browser = await launch();
for (const w of [1280,1400,1440,1680]) {
const page = await (await browser.newContext({viewport:{width:w,height:900}})).newPage();
await page.goto(server.url("sync/mutex.html"));
console.log(w, await page.evaluate(()=>[document.querySelector(".content").clientWidth, getComputedStyle(document.querySelector(".content")).padding, getComputedStyle(document.querySelector("main")).maxWidth, getComputedStyle(document.querySelector(".example")).display, document.querySelectorAll("main button").length]));
}
await browser.close(); server.close();
