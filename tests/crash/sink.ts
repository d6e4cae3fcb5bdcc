import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { SMTPServer } from "smtp-server";

export type Delivery = {
  messageId: string;
  to: string;
  /** When the text was whole. */ at: number;
  /** When the OK went out. */ answeredAt: number;
};

/** The way out: a mail server that takes everything after a moment and remembers what it was given, repeats included. */
export async function startSink(delayMs: () => number) {
  const deliveries: Delivery[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream
        .on("data", (chunk: Buffer) => chunks.push(chunk))
        .on("end", () => {
          const messageId = /^Message-ID:\s*(\S+)/im.exec(String(Buffer.concat(chunks)))?.[1] ?? "";
          const at = Date.now();
          void sleep(delayMs()).then(() => {
            const to = session.envelope.rcptTo[0]?.address ?? "";
            deliveries.push({ messageId, to, at, answeredAt: Date.now() });
            done();
          });
        });
    },
  });
  server.on("error", () => undefined); // a killed worker's broken connection
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    deliveries,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
