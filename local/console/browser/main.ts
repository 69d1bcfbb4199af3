import { h, render } from "preact";
import { App } from "./app.ts";

const root = document.querySelector<HTMLElement>("#app");
if (root) render(h(App, {}), root);
