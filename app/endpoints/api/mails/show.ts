import { getMail } from "~/domain/mailroom/get-mail.server";
import { getMailBody } from "~/domain/mailroom/get-mail-body.server";
import { readMail } from "../mail-operations";
import { presentMail } from "../present-mail.server";
import { serve } from "../route.server";

export const loader = serve(
  readMail,
  async (ctx, { params: { id } }) => {
    const mail = await getMail(ctx, id);
    const { view } = await getMailBody(ctx, id, () => "");
    return presentMail(mail, view);
  },
  "staff",
);
