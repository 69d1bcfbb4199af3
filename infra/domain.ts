import { sceneNames } from "../lib/model/scene.ts";
import { events } from "./events.ts";
import { scenes } from "./scenes.ts";

/** A domain of one's own before the functions' addresses: RELAY_DOMAIN in `.env`, and RELAY_DOMAIN_CERT, its certificate in us-east-1. */
const name = process.env.RELAY_DOMAIN;
const cert = process.env.RELAY_DOMAIN_CERT;

function make(name: string, cert: string) {
  // Who has its DNS is not known here: they point it to the distribution.
  const door = new sst.aws.Router("Door", { domain: { name, dns: false, cert } });
  for (const scene of sceneNames)
    door.route(`/${scene}`, scenes[scene].url, { rewrite: { regex: `^/${scene}/(.*)$`, to: "/$1" } });
  door.route("/events", events.url, { rewrite: { regex: "^/events$", to: "/" } });
  const distribution = door.nodes.cdn.apply((cdn) => cdn?.nodes.distribution);
  return { base: `https://${name}`, pointsTo: distribution.apply((each) => each?.domainName) };
}

/** Where the domain's addresses begin, and the host that it has to be a CNAME of; undefined where there is none. */
export const domain = name && cert ? make(name, cert) : undefined;
