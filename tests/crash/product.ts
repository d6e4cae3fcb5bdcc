import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import { findFreePort } from "../../server/postgres/process.mjs";
import { root } from "../../server/root.mjs";

export type Role = "web" | "worker" | "mail";

/** One process of the built product that can be killed and started again on the same port. */
export class ProductProcess {
  #child: ChildProcess | undefined;
  #ready: Promise<void> = Promise.resolve();

  private constructor(
    readonly role: Role,
    /** HTTP of web, SMTP of mail. */
    readonly port: number,
    private readonly env: Record<string, string>,
  ) {}

  static async create(role: Role, env: Record<string, string>): Promise<ProductProcess> {
    return new ProductProcess(role, Number(await findFreePort()), env);
  }

  /** Starts it; resolves when it serves, and also when it was killed before. */
  start(): Promise<void> {
    const port = String(this.port);
    const own = this.role === "web" ? { PORT: port } : this.role === "mail" ? { MAIL_SMTP_PORT: port } : {};
    const child = spawn(process.execPath, [path.join(root, "bin/sportello.mjs"), "start"], {
      env: { ...process.env, NODE_ENV: "production", VITEST: "", ...this.env, SPORTELLO_ROLES: this.role, ...own },
      stdio: ["ignore", "pipe", "inherit"],
    });
    this.#child = child;
    this.#ready = new Promise((resolve, reject) => {
      let said = "";
      child.stdout?.on("data", (chunk) => (said += String(chunk)).includes("is ready") && resolve());
      child.once("exit", (code, signal) =>
        signal === "SIGKILL" ? resolve() : reject(new Error(`${this.role} ended with ${code ?? signal}: ${said}`)),
      );
    });
    this.#ready.catch(() => undefined);
    return this.#ready;
  }

  /** SIGKILL, wherever it stands, its start included. Resolves when it is gone. */
  async kill(): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGKILL");
    await gone;
  }

  /** Asks it to stop; true when it did so by itself within the launcher's ten seconds. */
  async stop(): Promise<boolean> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return false;
    const gone = new Promise<boolean>((resolve) => child.once("exit", (code) => resolve(code === 0)));
    child.kill("SIGTERM");
    return gone;
  }

  ready(): Promise<void> {
    return this.#ready;
  }
}
