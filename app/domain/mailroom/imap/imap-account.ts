/** A mailbox as the process that follows it works on it. */
export type ImapAccount = {
  id: string;
  host: string;
  port: number;
  security: "tls" | "starttls" | "none";
  certificate: string;
  username: string;
  auth: "password" | "microsoft" | "google";
  /** Sealed. */
  secret: string;
  folder: string;
  afterwards: "seen" | "move" | "delete";
  moveTo: string;
  address: string;
  /** Older messages stay untouched. */
  since: Date;
  revision: number;
};

/** What a session knows of the selected folder. `lastUid`: all uids up to it are ours or stay. */
export type FolderState = { uidValidity: bigint; lastUid: number };
