import type { MailHeaders } from "./mail-headers";

/** Whether a program that carries mail wrote this: `daemon` for certain, `machine` if the content says so, too. */
export type ReportSender = "daemon" | "machine" | null;

const ROBOT = /^(?:mailer-?daemon|mail-?daemon|post_master|mail\.delivery\.(?:sub)?system)$/i;
const ROBOT_NAME = /^(?:mail deliver(?:y)? (?:sub)?system|mailer[- ]daemon|mail administrator)$/i;
const POSTMASTER = /^postmaster$/i;
const ANSWER = /^\s*(?:re|aw|sv|r|rif|ответ|отв|răsp|rasp|fwd?|wg|i|inoltra|redir|пересл)\s*(?:\[\d+\])?\s*:/iu;

/**
 * Reads from the header alone whether a mail can be a report on delivery. Behind "postmaster" a person may sit, whose
 * answers and forwards begin with "Re:" or "Fwd:"; no robot's name is an answer by a person.
 */
export function readReportSender(headers: MailHeaders, envelopeFrom?: string | null): ReportSender {
  const from = (headers.get("from") ?? "").slice(0, 1000);
  const { local, name } = splitSender(from);
  if (ROBOT.test(local)) return "daemon";
  if (ANSWER.test(headers.get("subject") ?? "")) return null;
  if (ROBOT_NAME.test(name)) return "daemon";
  if (POSTMASTER.test(local)) return "machine";
  const returnPath = envelopeFrom ?? headers.get("return-path");
  if (returnPath !== null && /^\s*(?:<\s*>)?\s*$/.test(returnPath)) return "machine";
  if (headers.has("x-failed-recipients")) return "machine";
  return null;
}

/** "MAILER-DAEMON <>" and a bare "mailer-daemon" have a local part, too. */
function splitSender(from: string): { local: string; name: string } {
  const open = from.indexOf("<");
  const angle =
    open < 0
      ? ""
      : from
          .slice(open + 1)
          .replace(/>.*$/s, "")
          .trim();
  const plain = (open < 0 ? from.replace(/\([^()]*\)/g, "") : from.slice(0, open)).replaceAll('"', "").trim();
  const address = angle === "" ? plain : angle;
  return { local: address.split("@", 1)[0]?.trim() ?? "", name: plain };
}
