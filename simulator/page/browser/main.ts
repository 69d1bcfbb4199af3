import { html, render } from "htm/preact";
import { App } from "./app.ts";

const root = document.querySelector<HTMLElement>("#app");
if (root) render(html`<${App} />`, root);
