import { useActionData, useLoaderData } from "@remix-run/react";
import { getAccount } from "~/domain/identity/get-account.server";
import { createMailText } from "~/domain/mail/templates/create-mail-text.server";
import { ownTextForm } from "~/domain/mail/templates/schema";
import { parse, readForm } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { adminAction, adminLoader } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";
import { Sheet } from "../../../sheet";
import { readWords } from "./read-draft";
import { sendTest } from "./send-test.server";
import { TextForm } from "./text-form";

const NOTHING = { subject: "", text: "" };
const EMPTY = {
  key: null,
  name: "",
  words: { en: NOTHING, it: NOTHING, ro: NOTHING, ru: NOTHING },
  changed: [],
  base: "",
};

export const meta = pageTitle;

export const loader = adminLoader(async (ctx) => {
  const { addresses } = await getAccount(ctx, ctx.actor.personId);
  return {
    title: translator(ctx.locale)("templates:new"),
    addresses: addresses.filter(({ verified }) => verified).map(({ address }) => address),
  };
});

export const action = adminAction(async (ctx, { request }) => {
  const form = await readForm(ctx, request);
  if (form.get("act") === "test") return sendTest(ctx, request, form, "new");
  const { textId } = await createMailText(ctx, parse(ownTextForm, readWords(form)));
  return redirectWithToast(paths.desk.admin(`mail/templates/${textId}`), { key: "templates:made" });
});

/** A text of the company's own, for addresses and rules to answer with. */
export default function NewMailText() {
  const { title, addresses } = useLoaderData<typeof loader>();
  const t = useT();
  const here = paths.desk.admin("mail/templates/new");
  return (
    <Sheet
      title={title}
      crumbs={[
        { href: paths.desk.admin(), label: t("desk:admin.title") },
        { href: paths.desk.admin("mail/templates"), label: t("templates:title") },
      ]}
    >
      <TextForm
        text={EMPTY}
        preview={`${here}/preview`}
        saved={null}
        addresses={addresses}
        answer={useActionData<typeof action>() as Parameters<typeof TextForm>[0]["answer"]}
        submit={t("templates:create")}
      />
    </Sheet>
  );
}
