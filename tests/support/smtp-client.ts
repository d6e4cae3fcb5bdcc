import net from "node:net";
import tls from "node:tls";

/** A client that speaks SMTP by hand, octet by octet, and never politer than a test wants it. */
export class SmtpClient {
  private heard = "";
  private wake: () => void = () => undefined;
  /** Everything the server said. */
  transcript = "";
  closed = false;

  private constructor(private socket: net.Socket) {
    this.listen();
  }

  /** Connects and does not wait for the greeting. */
  static open(port: number, { allowHalfOpen = false } = {}): SmtpClient {
    return new SmtpClient(net.connect({ port, host: "127.0.0.1", allowHalfOpen, noDelay: true }));
  }

  /** Connects and introduces itself. */
  static async greet(port: number): Promise<SmtpClient> {
    const client = SmtpClient.open(port);
    await client.reply();
    await client.say("EHLO client.example");
    return client;
  }

  /** One line, and the reply to it. */
  async say(line: string): Promise<string> {
    this.write(`${line}\r\n`);
    return this.reply();
  }

  /** Several lines at once, and the replies to all. */
  async sayTogether(lines: readonly string[]): Promise<string[]> {
    this.write(lines.map((line) => `${line}\r\n`).join(""));
    const replies = [];
    for (const _ of lines) replies.push(await this.reply());
    return replies;
  }

  write(octets: string | Buffer): boolean {
    return this.socket.write(typeof octets === "string" ? Buffer.from(octets, "latin1") : octets);
  }

  /** Writes as fast as the server reads. */
  async pour(octets: Buffer): Promise<void> {
    if (!this.write(octets) && !this.closed)
      await new Promise<void>((resolve) => {
        this.socket.once("drain", resolve);
        this.socket.once("close", () => resolve());
      });
  }

  /** The next whole reply, of one line or several; what was heard so far when the server hangs up or stays silent. */
  async reply(patienceMs = 5_000): Promise<string> {
    const end = Date.now() + patienceMs;
    for (;;) {
      const whole = /^(?:\d{3}-[^\n]*\n)*\d{3} [^\n]*\n/.exec(this.heard)?.[0];
      if (whole) {
        this.heard = this.heard.slice(whole.length);
        return whole.trimEnd();
      }
      if (this.closed || Date.now() >= end) return this.heard;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, end - Date.now());
        this.wake = () => (clearTimeout(timer), resolve());
      });
    }
  }

  /** Milliseconds until the server has hung up; rejects when it does not. */
  async gone(patienceMs = 10_000): Promise<number> {
    const from = Date.now();
    while (!this.closed) {
      if (Date.now() - from > patienceMs) throw new Error(`still connected, heard: ${this.transcript}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    return Date.now() - from;
  }

  /** The handshake after STARTTLS was answered, or right now. */
  async secure(options: tls.ConnectionOptions = {}): Promise<tls.TLSSocket> {
    this.socket.removeAllListeners("data");
    const socket = tls.connect({ socket: this.socket, rejectUnauthorized: false, ...options });
    await new Promise<void>((resolve, reject) => {
      socket.once("secureConnect", resolve);
      socket.once("error", reject);
    });
    this.socket = socket;
    this.heard = "";
    this.listen();
    return socket;
  }

  /** Reads nothing from now on. */
  deafen(): void {
    this.socket.pause();
  }

  /** Leaves without a word, with RST when `reset`. */
  drop({ reset = false } = {}): void {
    if (reset) this.socket.resetAndDestroy();
    else this.socket.destroy();
    this.closed = true;
  }

  private listen(): void {
    this.socket.on("data", (chunk: Buffer) => {
      this.heard += chunk.toString("latin1");
      this.transcript += chunk.toString("latin1");
      this.wake();
    });
    this.socket.on("error", () => undefined);
    const close = () => {
      this.closed = true;
      this.wake();
    };
    this.socket.on("close", close);
    this.socket.on("end", close);
  }
}
