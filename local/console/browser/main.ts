import { html, render } from "htm/preact";

const root = document.querySelector<HTMLElement>("#app");
if (root) render(html`<main><h1>QQ</h1></main>`, root);
