import type { AuthResult, AuthResults } from "~/domain/mail/auth-results";
import type { MailStage, StageEntry } from "~/domain/mailroom/mail-trace";
import { type MailFacts, stageOf } from "~/domain/mailroom/mail-views";
import { formatSize } from "~/i18n/format";
import type { Translate } from "~/i18n/translate";

/** `ok`: done, nothing to mind; `stop`: what a person should look at; `no`: did not apply, or was not reached. */
export type StageLook = "ok" | "stop" | "no";
export type StageLine = { stage: MailStage; look: StageLook; title: string; words: string[] };

type Reader = { t: Translate; locale: string };
type Found<S extends StageEntry["stage"]> = Extract<StageEntry, { stage: S }>;

/** The nine stages of a mail in plain words. Mail from before its stages were written down has only the first and what came of it. */
export function stageLines(mail: MailFacts, reader: Reader): StageLine[] {
  const { t } = reader;
  const missing = t(mail.trace ? "mailroom:stage.notReached" : "mailroom:stage.notKept");
  const line = <S extends StageEntry["stage"]>(
    stage: S,
    say: (found: Found<S>) => Omit<StageLine, "stage">,
  ): StageLine => {
    const found = stageOf(mail.trace, stage);
    if (found) return { stage, ...say(found) };
    return { stage, look: "no", title: t(`mailroom:stage.${stage}`), words: [missing] };
  };
  return [
    stored(mail, reader),
    line("parse", (found) => parsed(found, t)),
    line("authenticate", (found) => authenticated(found, mail.auth, reader)),
    line("automatic", (found) => automatic(found, t)),
    line("bounce", (found) => bounced(found, t)),
    line("thread", (found) => threaded(found, t)),
    line("rules", (found) => ruled(found, t)),
    line("route", (found) => routed(found, mail, t)),
    line("answer", (found) => answered(found, mail, t)),
  ];
}

function stored(mail: MailFacts, { t, locale }: Reader): StageLine {
  const size = formatSize(mail.size, locale);
  const how = mail.source === "smtp" && mail.tls ? "smtpTls" : mail.source;
  const way = t(`mailroom:store.${how}`, {
    ip: mail.clientIp || t("mailroom:store.somewhere"),
    mailbox: mail.mailbox ?? "",
  });
  const envelope = t("mailroom:store.envelope", {
    from: mail.envelopeFrom || "<>",
    to: mail.recipients.slice(0, 5).join(", ") || t("mailroom:store.nobody"),
  });
  return { stage: "store", look: "ok", title: t("mailroom:stage.store"), words: [`${way} ${size}.`, envelope] };
}

function parsed({ result, reason, attachments }: Found<"parse">, t: Translate) {
  if (result === "unreadable")
    return {
      look: "stop" as const,
      title: t("mailroom:stage.parse.unreadable"),
      words: [t(`mailroom:unreadable.${reason ?? "crashed"}`)],
    };
  const words = attachments ? t("mailroom:parse.files", { count: attachments }) : t("mailroom:parse.noFiles");
  return { look: "ok" as const, title: t("mailroom:stage.parse"), words: [words] };
}

function authenticated(found: Found<"authenticate">, auth: AuthResults | null, { t, locale }: Reader) {
  const words: string[] = [];
  if (auth && auth.by !== "none") {
    const said = (result: AuthResult, domain: string) => {
      const word = t(`mailroom:auth.${result}`);
      return domain && result !== "none" && result !== "unknown" ? `${word} (${domain})` : word;
    };
    const dkim = auth.dkim.length ? auth.dkim.map((one) => said(one.result, one.domain)) : [t("mailroom:auth.none")];
    words.push(
      `SPF: ${said(auth.spf.result, auth.spf.domain)}. DKIM: ${dkim.join(", ")}. DMARC: ${said(auth.dmarc.result, auth.dmarc.domain)}.`,
    );
    if (auth.dmarc.policy && auth.dmarc.result === "fail") words.push(t(`mailroom:auth.policy.${auth.dmarc.policy}`));
    if (auth.arc.result !== "none" && auth.arc.result !== "unknown") words.push(`ARC: ${said(auth.arc.result, "")}.`);
    if (auth.by === "relay") words.push(t("mailroom:auth.byRelay"));
  } else words.push(t("mailroom:auth.byNobody"));
  if (found.homograph) words.push(t("mailroom:auth.homograph", { scripts: found.homograph.replace("+", " + ") }));
  if (found.spamScore !== null)
    words.push(t("mailroom:auth.score", { score: new Intl.NumberFormat(locale).format(found.spamScore) }));
  if (found.spam) words.push(t("mailroom:auth.spam"));
  if (found.blockedBy) words.push(t("mailroom:auth.blocked", { entry: found.blockedBy }));
  const bad = found.homograph || found.spam || found.blockedBy || auth?.dmarc.result === "fail";
  const good = auth?.dmarc.result === "pass" || auth?.spf.result === "pass";
  const look: StageLook = bad ? "stop" : good ? "ok" : "no";
  return { look, title: t(bad ? "mailroom:stage.authenticate.bad" : "mailroom:stage.authenticate"), words };
}

const CODES = new Set(["auto-submitted", "report", "null-return-path", "precedence", "sender", "subject"]);

/** `why` is "code: detail" of domain/mail/mime/automatic. */
export function automaticWords(why: string | null, t: Translate): string {
  const [code = "", ...rest] = (why ?? "").split(": ");
  const detail = rest.join(": ");
  if (CODES.has(code)) return t(`mailroom:automatic.${code}`, { detail });
  if (code.includes("list")) return t("mailroom:automatic.list", { detail });
  return t("mailroom:automatic.header", { name: code, detail });
}

function automatic({ result, why }: Found<"automatic">, t: Translate) {
  const yes = result === "yes";
  const words = [yes ? automaticWords(why, t) : t("mailroom:automatic.no")];
  return { look: "no" as const, title: t(yes ? "mailroom:stage.automatic.yes" : "mailroom:stage.automatic"), words };
}

function bounced({ result, known, status, reason }: Found<"bounce">, t: Translate) {
  if (result === "no")
    return { look: "no" as const, title: t("mailroom:stage.bounce"), words: [t("mailroom:bounce.no")] };
  const why = reason ? t(`desk:reason.${reason}`) : "";
  const said = [status, why].filter(Boolean).join(" · ");
  const words = [...(said ? [said] : []), t(known ? "mailroom:bounce.known" : "mailroom:bounce.unknown")];
  return { look: known ? ("ok" as const) : ("stop" as const), title: t(`mailroom:stage.bounce.${result}`), words };
}

function threaded({ result, rule, number, forgedKey }: Found<"thread">, t: Translate) {
  const named = number === null ? "" : `#${number}`;
  const link = result === "link";
  const title =
    link && named
      ? t("mailroom:stage.thread.link", { number: number ?? 0 })
      : t(result === "join" || result === "agent" ? "mailroom:stage.thread.join" : "mailroom:stage.thread");
  const words = [
    t(`mailroom:thread.${result}${rule && (link || result === "join") ? `.${rule}` : ""}`, { ticket: named }),
  ];
  if (forgedKey) words.push(t("mailroom:thread.forged"));
  const look: StageLook = link || forgedKey ? "stop" : result === "new" ? "no" : "ok";
  return { look, title, words };
}

function ruled({ version, tried, matched }: Found<"rules">, t: Translate) {
  if (!version || !tried)
    return { look: "no" as const, title: t("mailroom:stage.rules"), words: [t("mailroom:rules.no")] };
  if (!matched.length)
    return {
      look: "no" as const,
      title: t("mailroom:stage.rules.none", { count: tried }),
      words: [t("mailroom:rules.version", { version })],
    };
  const names = matched.map(({ name }) => name).join(", ");
  return {
    look: "ok" as const,
    title: t("mailroom:stage.rules.some", { count: matched.length, tried }),
    words: [names, t("mailroom:rules.version", { version })],
  };
}

function routed({ result, hold }: Found<"route">, { queue, number }: MailFacts, t: Translate) {
  if (result === "held")
    return {
      look: "stop" as const,
      title: t("mailroom:stage.route.held"),
      words: hold ? [t(`mailroom:hold.${hold}`)] : [],
    };
  const words = [
    number === null ? t(`mailroom:route.${result}`) : t(`mailroom:routeTo.${result}`, { number }),
    ...(queue ? [t("mailroom:route.queue", { queue: queue.name })] : []),
  ];
  return {
    look: result === "discarded" ? ("stop" as const) : ("ok" as const),
    title: t("mailroom:stage.route"),
    words,
  };
}

function answered({ result, why }: Found<"answer">, { answers }: MailFacts, t: Translate) {
  const told = answers.map(({ recipient, state, reason }) =>
    t(`mailroom:answer.${state}`, { to: recipient, reason: reason ? t(`desk:reason.${reason}`) : "" }),
  );
  const words = told.length
    ? told
    : [t(result === "queued" ? "mailroom:answer.soon" : `mailroom:answer.none.${why ?? "address"}`)];
  const look: StageLook = answers.some(({ state }) => state === "sent") ? "ok" : "no";
  return { look, title: t("mailroom:stage.answer"), words };
}
