import { loadMarkup } from "../../lib/sources/markup/reading.ts";

// Tests read markup without a wait; that it comes when it is first needed has tests of its own.
await loadMarkup();
