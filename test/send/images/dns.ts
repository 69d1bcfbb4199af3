import { createSocket } from "node:dgram";
import { once } from "node:events";

/** A DNS server on loopback that is asked, and answers only what a test says; silence by default. */
export type Dns = {
  /** As `address:port`. */
  readonly server: string;
  readonly asked: readonly string[];
  readonly stop: () => Promise<void>;
};

/** The name in the first question of a DNS message. */
function readName(message: Buffer): string {
  const labels: string[] = [];
  for (let at = 12; message[at]; at += 1 + (message[at] ?? 0))
    labels.push(message.toString("latin1", at + 1, at + 1 + (message[at] ?? 0)));
  return labels.join(".");
}

/** The question, answered with one IPv4 address; to a question for anything else, with none. */
function answerOf(question: Buffer, address: string): Buffer {
  const isA = question.readUInt16BE(question.indexOf(0, 12) + 1) === 1;
  const head = Buffer.from(question.subarray(0, question.indexOf(0, 12) + 5));
  head.writeUInt16BE(0x8180, 2);
  head.writeUInt16BE(isA ? 1 : 0, 6);
  head.writeUInt16BE(0, 10);
  const record = Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, ...address.split(".").map(Number)]);
  return isA ? Buffer.concat([head, record]) : head;
}

export async function startDns(known: Readonly<Record<string, string>> = {}): Promise<Dns> {
  const socket = createSocket("udp4");
  const asked: string[] = [];
  socket.on("message", (message, { port, address }) => {
    const name = readName(message);
    asked.push(name);
    const found = known[name];
    if (found !== undefined) socket.send(answerOf(message, found), port, address);
  });
  socket.bind(0, "127.0.0.1");
  await once(socket, "listening");
  return {
    server: `127.0.0.1:${socket.address().port}`,
    asked,
    stop: async () => {
      const closed = once(socket, "close");
      socket.close();
      await closed;
    },
  };
}
