/** What one receiver gives to all its clients, and to one address among them. Times are milliseconds. */
export type SmtpLimits = {
  /** Octets of one message. */
  messageBytes: number;
  /** Octets of all messages that are on their way at the same time. */
  memoryBytes: number;
  recipients: number;
  connections: number;
  connectionsPerIp: number;
  /** Connections that an address may open in a minute; like messages not counted for one's own network. */
  connectionsPerMinute: number;
  /** Messages of one address in ten minutes. */
  messagesPerIp: number;
  /** Refusals that a connection may collect without handing over a message. */
  errors: number;
  /** Commands of a connection without handing over a message. */
  commands: number;
  /** Octets of one command line. */
  commandBytes: number;
  /** How long a client may take to complete its next command, whether it is silent or drips. */
  idleMs: number;
  /** The same when three quarters of all connections are taken. */
  crowdedIdleMs: number;
  /** How long a connection may go on without handing over a message. */
  barrenMs: number;
  /** How long the text of one message may take. */
  messageMs: number;
  /** In every such stretch of a message at least `paceBytes` must arrive. */
  paceMs: number;
  paceBytes: number;
  /** How often the certificate is looked at for a change. */
  certificateMs: number;
  /** How often the receiver writes that it lives. */
  heartbeatMs: number;
};

export const smtpLimits: SmtpLimits = {
  messageBytes: 25 * 1024 * 1024,
  memoryBytes: 256 * 1024 * 1024,
  recipients: 100,
  connections: 200,
  connectionsPerIp: 40,
  connectionsPerMinute: 300,
  messagesPerIp: 1_000,
  errors: 20,
  commands: 1_500,
  commandBytes: 2_048,
  idleMs: 120_000,
  crowdedIdleMs: 15_000,
  barrenMs: 600_000,
  messageMs: 600_000,
  paceMs: 30_000,
  paceBytes: 16_384,
  certificateMs: 60_000,
  heartbeatMs: 15_000,
};
