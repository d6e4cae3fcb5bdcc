const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const MB = 1_048_576;

/** How mailboxes are followed. Times are milliseconds. */
export const imapLimits = {
  /** For the connection, and for each answer to a command. */
  answerMs: 90 * SECOND,
  /** IDLE is begun anew and the folder opened again well before the 29 minutes of RFC 9051, 6.3.13. */
  renewMs: 9 * MINUTE,
  /** How often a server without IDLE is asked; below `answerMs`, since silence is taken for death. */
  pollMs: MINUTE,
  /** How often the database is told that a connection lives. */
  heartbeatMs: MINUTE,
  /** How often changes of the accounts are looked for when no signal came. */
  recheckMs: 5 * SECOND,
  /** How long a stop waits for what is under way. */
  stopMs: 3 * SECOND,
  /** A connection that stood so long was a good one: the pauses begin anew. */
  goodMs: MINUTE,
  /** First and longest pause before a connection is tried again. */
  retryMs: 2 * SECOND,
  maxRetryMs: 5 * MINUTE,
  /** The same after a refused login: more tries would lock the account. */
  refusedRetryMs: 5 * MINUTE,
  maxRefusedRetryMs: 60 * MINUTE,
  /** A server whose clock is behind dates mail before its mailbox was added here. */
  clockSkewMs: 2 * MINUTE,
  /** Uids that one search covers. */
  searchUids: 20_000,
  /** Messages between two acts on the server. */
  batchMessages: 100,
  /** Of small messages that are asked for in one command. */
  fetchBytes: 4 * MB,
  /** Of messages that all mailboxes of this process hold in memory together. */
  memoryBytes: 64 * MB,
};

export type ImapLimits = typeof imapLimits;
