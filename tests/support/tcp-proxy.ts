import net from "node:net";

export type TcpProxy = {
  port: number;
  /** Connections that were ever made through it. */
  connections(): number;
  /** Breaks every connection off. */
  cut(): void;
  /** Passes nothing on any more and closes nothing: what a lost network looks like. New connections pass. */
  freeze(): void;
  /** What is said to the server still arrives, and its answers do not. New connections pass. */
  mute(): void;
  close(): Promise<void>;
};

/** Stands before a server on this machine; `rewrite` changes what the server says. */
export async function startTcpProxy(target: number, rewrite?: (text: string) => string): Promise<TcpProxy> {
  const pairs = new Set<[net.Socket, net.Socket]>();
  let made = 0;
  const server = net.createServer((client) => {
    made++;
    const upstream = net.connect(target, "127.0.0.1");
    const pair: [net.Socket, net.Socket] = [client, upstream];
    pairs.add(pair);
    client.pipe(upstream);
    if (rewrite) upstream.on("data", (chunk) => client.write(rewrite(chunk.toString("latin1")), "latin1"));
    else upstream.pipe(client);
    for (const socket of pair) {
      socket.on("error", () => undefined);
      socket.on("close", () => {
        pairs.delete(pair);
        for (const end of pair) end.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const cut = () => {
    for (const pair of pairs) for (const socket of pair) socket.destroy();
  };
  return {
    port: (server.address() as net.AddressInfo).port,
    connections: () => made,
    cut,
    freeze() {
      for (const [client, upstream] of pairs) {
        client.unpipe(upstream);
        upstream.unpipe(client);
        client.pause();
        upstream.pause();
      }
    },
    mute() {
      for (const [client, upstream] of pairs) upstream.unpipe(client).resume();
    },
    close() {
      cut();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
