import { MAIL_VIEWS, type MailListQuery } from "~/domain/mailroom/mail-views";

/** The list that an address names; what does not fit falls back to the mail to decide. */
export function readMailQuery(url: string): MailListQuery {
  const query = new URL(url).searchParams;
  return {
    view: MAIL_VIEWS.find((view) => view === query.get("view")) ?? "held",
    q: (query.get("q") ?? "").trim(),
    after: query.get("after"),
  };
}

/** The query that keeps a list beside a mail. */
export const keepMailList = ({ view, q, after }: MailListQuery) => ({ view: view === "held" ? null : view, q, after });
