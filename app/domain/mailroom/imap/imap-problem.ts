/** What can be wrong with a mailbox; each has its words under `mailadmin:imap.problem.`. */
export const IMAP_PROBLEMS = [
  "unknown_host",
  "not_allowed",
  "refused",
  "unreachable",
  "timeout",
  "closed",
  "not_tls",
  "no_starttls",
  "certificate",
  "certificate_expired",
  "certificate_name",
  "login",
  "login_disabled",
  "token",
  "token_unreachable",
  "secret",
  "folder",
  "settle",
  "other",
] as const;

export type ImapProblemCode = (typeof IMAP_PROBLEMS)[number];
export type ImapProblem = { code: ImapProblemCode; /** The server's own words, or empty. */ detail: string };

/** A problem that was recognised where it happened. */
export class ImapFailure extends Error {
  constructor(
    readonly code: ImapProblemCode,
    readonly detail = "",
  ) {
    super(code);
    this.name = "ImapFailure";
  }
}

const BY_ERROR_CODE: Record<string, ImapProblemCode> = {
  ENOTFOUND: "unknown_host",
  EAI_AGAIN: "unknown_host",
  ECONNREFUSED: "refused",
  EHOSTUNREACH: "unreachable",
  ENETUNREACH: "unreachable",
  EADDRNOTAVAIL: "unreachable",
  ETIMEDOUT: "timeout",
  ETIMEOUT: "timeout",
  CONNECT_TIMEOUT: "timeout",
  GREETING_TIMEOUT: "timeout",
  UPGRADE_TIMEOUT: "timeout",
  ECONNRESET: "closed",
  EPIPE: "closed",
  NoConnection: "closed",
  EConnectionClosed: "closed",
  ClosedAfterConnectText: "closed",
  ClosedAfterConnectTLS: "closed",
  StateLogout: "closed",
  DEPTH_ZERO_SELF_SIGNED_CERT: "certificate",
  SELF_SIGNED_CERT_IN_CHAIN: "certificate",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "certificate",
  UNABLE_TO_GET_ISSUER_CERT: "certificate",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "certificate",
  CERT_UNTRUSTED: "certificate",
  CERT_SIGNATURE_FAILURE: "certificate",
  CERT_REVOKED: "certificate",
  CERT_HAS_EXPIRED: "certificate_expired",
  CERT_NOT_YET_VALID: "certificate_expired",
  ERR_TLS_CERT_ALTNAME_INVALID: "certificate_name",
  EPROTO: "not_tls",
};

type Signs = Error & {
  code?: string;
  authenticationFailed?: boolean;
  mailboxMissing?: boolean;
  responseText?: unknown;
  response?: unknown;
  reason?: unknown;
  oauthError?: unknown;
};

/** What an error of the connection means for the administrator. */
export function imapProblem(error: unknown): ImapProblem {
  if (error instanceof ImapFailure) return { code: error.code, detail: tidy(error.detail) };
  const signs = (error instanceof AggregateError ? error.errors[0] : error) as Signs;
  const said = [signs.response, signs.responseText, signs.reason].find((text) => typeof text === "string") ?? "";
  return { code: codeOf(signs), detail: tidy(said || (signs.message ?? "")) };
}

function codeOf({ code = "", message = "", authenticationFailed, mailboxMissing }: Signs): ImapProblemCode {
  if (/LOGINDISABLED|Login is disabled|Unsupported authentication|No matching authentication/i.test(message))
    return "login_disabled";
  if (authenticationFailed) return "login";
  if (mailboxMissing) return "folder";
  if (/does not support STARTTLS/.test(message)) return "no_starttls";
  if (/^ERR_SSL_|^ERR_TLS_(?!CERT)/.test(code)) return "not_tls";
  return BY_ERROR_CODE[code] ?? "other";
}

/** As `imap_account.last_error` keeps it. */
export const writeProblem = ({ code, detail }: ImapProblem): string => (detail ? `${code}\n${detail}` : code);

/** What `last_error` says; a code of another version is `other`. */
export function readProblem(text: string): ImapProblem {
  const [first = "", ...rest] = text.split("\n");
  const code = IMAP_PROBLEMS.find((known) => known === first);
  return { code: code ?? "other", detail: code ? rest.join(" ") : text };
}

/** A server's words in one harmless line, without the command's tag; what looks like a token is left out. */
const tidy = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, " ")
    .replace(/[\w+/=-]{60,}/g, "…")
    .replace(/^\w+ (?:NO|BAD) /, "")
    .trim()
    .slice(0, 300);
