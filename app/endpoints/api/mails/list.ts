import { listHeldMail } from "~/domain/mailroom/list-held-mail.server";
import { listMails } from "~/domain/mailroom/list-mails.server";
import { listMails as list } from "../mail-operations";
import { presentMailRow } from "../present-mail.server";
import { presentPage } from "../present.server";
import { serve } from "../route.server";

export const loader = serve(
  list,
  async (ctx, { query: { view, q, cursor } }) => {
    const query = { q, after: cursor ?? null };
    const page = view === "held" ? await listHeldMail(ctx, query) : await listMails(ctx, { ...query, view });
    return presentPage(page, presentMailRow);
  },
  "staff",
);
