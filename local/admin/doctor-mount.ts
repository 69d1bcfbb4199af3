import type { RelayRecord } from "../doctor/relay-record.ts";
import { answerJson, type Mount } from "../doors/mounts.ts";

/** `GET /_relay/doctor`: what the relay knows of itself that tells whether it is well. */
export const doctorMount = (read: () => Promise<RelayRecord>): Mount => ({
  path: "/_relay/doctor",
  exact: true,
  serve: async (request, response) => {
    request.resume();
    answerJson(response, 200, await read());
  },
});
