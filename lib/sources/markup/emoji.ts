import { lookUp } from "../look-up.ts";
import { need } from "./reading.ts";

/** What stands in times (`12:30:45`) is none of the names, and no reason to load them. */
const ofTime = /^\d{1,2}$/;

/** GitHub's names of emoji (`:tada:`) as what they name; others are left as they are. */
export const withEmoji = (text: string): string =>
  text.replace(/:([a-z0-9_+-]{1,64}):/g, (whole, name: string) =>
    ofTime.test(name) ? whole : (lookUp(need("emoji"), name) ?? whole),
  );
