/** What one receiver gives to all its clients, and to one address among them. */
export type SmtpLimits = {
  /** Octets of one message. */
  messageBytes: number;
  /** Octets of all messages that are on their way at the same time. */
  memoryBytes: number;
  recipients: number;
  connections: number;
  connectionsPerIp: number;
  /** Messages of one address in ten minutes; relays on this machine or network are not counted. */
  messagesPerIp: number;
  /** Silence after which a client is sent away. */
  idleMs: number;
  /** How long the text of one message may take. */
  messageMs: number;
};

export const smtpLimits: SmtpLimits = {
  messageBytes: 25 * 1024 * 1024,
  memoryBytes: 256 * 1024 * 1024,
  recipients: 100,
  connections: 200,
  connectionsPerIp: 40,
  messagesPerIp: 1_000,
  idleMs: 120_000,
  messageMs: 600_000,
};

/** Loopback, link-local and private networks (RFC 1918, 3927, 4193), where one's own relay stands. */
export function isOwnNetwork(ip: string): boolean {
  const address = ip.toLowerCase().replace(/^::ffff:(?=\d)/, "");
  return (
    /^(127\.|10\.|192\.168\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.)/.test(address) ||
    /^(::1$|f[cd][0-9a-f]{2}:|fe[89ab][0-9a-f]:)/.test(address)
  );
}
