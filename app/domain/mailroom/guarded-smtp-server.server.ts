import type { Socket } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { clock } from "~/platform/clock.server";
import { countSmtp } from "~/platform/metrics.server";
import { GuardedConnection } from "./guarded-connection.server";
import type { ReceiverTally } from "./health/receiver-tally";
import { answers, type SmtpAnswer } from "./smtp-answers";
import { SmtpDoor } from "./smtp-door.server";
import type { SmtpLimits } from "./smtp-limits";

const CROWDED = 0.75;
const FAREWELL_MS = 1_000;

type Client = { ip: string; connection: GuardedConnection };

/** The protocol's server with a door before it and a watch over those inside. */
export class GuardedSmtpServer extends SMTPServer {
  private readonly limits: SmtpLimits;
  private readonly door: SmtpDoor;
  private readonly tally: ReceiverTally;
  private readonly clients = new Map<string, Client>();

  constructor(options: SMTPServerOptions, limits: SmtpLimits, isOwn: (ip: string) => boolean, tally: ReceiverTally) {
    super(options);
    this.tally = tally;
    this.limits = limits;
    this.door = new SmtpDoor(limits, isOwn);
    // Those that were hung up on and do not close are counted by nobody else.
    this.server.maxConnections = 2 * limits.connections;
    this.server.on("drop", () => {
      countSmtp("refused");
      tally.refuse("busy");
    });
    const watch = setInterval(() => this.checkAll(), Math.min(1_000, limits.crowdedIdleMs / 4)).unref();
    this.server.once("close", () => clearInterval(watch));
  }

  override connect(socket: Socket, options?: ConstructorParameters<typeof GuardedConnection>[2]): void {
    const ip = socket.remoteAddress;
    if (!ip || socket.destroyed) return void socket.destroy();
    const refusal =
      this.connections.size < this.limits.connections ? this.door.enter(ip, Date.now()) : answers.crowded();
    if (refusal) {
      this.tally.refuse(refusal.reason);
      return turnAway(socket, refusal);
    }
    countSmtp("connection");
    this.tally.count("connections", clock.now());

    const connection = new GuardedConnection(this, socket, options, this.limits, (answer) => {
      countSmtp("cut_off");
      this.tally.refuse(answer?.reason ?? "silent");
      if (answer?.message === answers.tooManyErrors().message) this.door.penalise(ip, Date.now());
    });
    this.connections.add(connection);
    this.clients.set(connection.id, { ip, connection });
    // A handshake that fails may say so twice.
    connection.once("error", (error: Error) => {
      if (!("meta" in error)) return;
      countSmtp("tls_failed");
      this.tally.count("tlsFailed", clock.now());
    });
    connection.on("error", (error: Error) => void this.emit("error", error));
    connection.init();
  }

  override onClose({ id }: { id: string }): void {
    this.letGo(id);
  }

  /** The connection of a session; undefined when it is gone. */
  connectionOf({ id }: { id: string }): GuardedConnection | undefined {
    return this.clients.get(id)?.connection;
  }

  /** Takes no new connections, sends away who is between two commands, and gives messages under way a moment. */
  stop(): Promise<void> {
    const stopped = new Promise<void>((resolve) => this.close(() => resolve()));
    for (const { connection } of this.clients.values()) connection.leaveIdle();
    return stopped;
  }

  private letGo(id: string): void {
    const client = this.clients.get(id);
    if (client) this.door.leave(client.ip);
    this.clients.delete(id);
  }

  private checkAll(): void {
    const now = performance.now();
    const crowded = this.connections.size >= this.limits.connections * CROWDED;
    for (const [id, { connection }] of this.clients) {
      if (connection._socket.destroyed) this.letGo(id);
      else connection.checkPatience(now, crowded);
    }
  }
}

/** A line and a moment to read it; what the client says meanwhile is thrown away, or closing would reset the line. */
function turnAway(socket: Socket, { responseCode, message }: SmtpAnswer): void {
  countSmtp("refused");
  socket.on("error", () => undefined);
  socket.resume();
  socket.end(`${responseCode} ${message}\r\n`);
  setTimeout(() => socket.destroy(), FAREWELL_MS).unref();
}
