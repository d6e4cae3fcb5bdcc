import { useLoaderData } from "@remix-run/react";
import { MailPlus } from "lucide-react";
import { LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Chip } from "~/components/ui/chip";
import { EmptyState } from "~/components/ui/empty-state";
import { Table } from "~/components/ui/table";
import { listMailTexts } from "~/domain/mail/templates/list-mail-texts.server";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { adminLoader } from "~/http/route.server";
import { LOCALE_NAMES } from "~/i18n/config";
import { translator } from "~/i18n/t.server";
import { useT } from "~/i18n/use-t";
import { Sheet } from "../../../sheet";
import { MailTabs } from "../mail-tabs";

export const meta = pageTitle;

export const loader = adminLoader(async (ctx) => ({
  title: translator(ctx.locale)("templates:title"),
  texts: await listMailTexts(ctx),
}));

/** The words of automatic mails: the product's own that can be changed, and the company's. */
export default function MailTexts() {
  const { texts } = useLoaderData<typeof loader>();
  const t = useT();
  const href = (ref: string) => paths.desk.admin(`mail/templates/${ref}`);
  return (
    <Sheet
      title={t("desk:admin.mail")}
      lead={t("templates:lead")}
      crumbs={[{ href: paths.desk.admin(), label: t("desk:admin.title") }]}
      actions={
        <LinkButton size="sm" variant="primary" href={href("new")}>
          {t("templates:new")}
        </LinkButton>
      }
    >
      <MailTabs current="templates" />
      <Card title={t("templates:builtIn")} id="built-in">
        <Table
          caption={t("templates:builtIn")}
          rows={texts.builtIn}
          rowKey={({ key }) => key}
          columns={[
            {
              label: t("templates:column.text"),
              heading: true,
              cell: ({ key }) => (
                <>
                  <a href={href(key)}>{t(`templates:key.${key}`)}</a>
                  <span className="muted small block font-normal">{t(`templates:keyLead.${key}`)}</span>
                </>
              ),
            },
            {
              label: t("templates:column.words"),
              cell: ({ changed }) =>
                changed.length > 0 ? (
                  <Chip tone="brand">
                    {t("templates:changedIn", { languages: changed.map((locale) => LOCALE_NAMES[locale]).join(", ") })}
                  </Chip>
                ) : (
                  <span className="muted">{t("templates:unchanged")}</span>
                ),
            },
          ]}
        />
      </Card>
      <Card title={t("templates:own")} id="own">
        {texts.own.length > 0 ? (
          <Table
            caption={t("templates:own")}
            rows={texts.own}
            rowKey={({ id }) => id}
            columns={[
              {
                label: t("templates:column.text"),
                heading: true,
                cell: ({ id, name, archivedAt }) => (
                  <>
                    <a href={href(id)}>
                      <bdi className="wrap-anywhere">{name}</bdi>
                    </a>{" "}
                    {archivedAt ? <Chip>{t("desk:admin.archived")}</Chip> : null}
                  </>
                ),
              },
              {
                label: t("templates:column.languages"),
                cell: ({ locales }) => locales.map((locale) => LOCALE_NAMES[locale]).join(", "),
              },
              {
                label: t("templates:column.uses"),
                cell: ({ uses }) =>
                  uses.length > 0 ? (
                    <span className="wrap-anywhere">{uses.map(({ name }) => name).join(", ")}</span>
                  ) : (
                    <span className="muted">{t("templates:uses.none")}</span>
                  ),
              },
            ]}
          />
        ) : (
          <EmptyState
            icon={MailPlus}
            title={t("templates:noOwn")}
            action={<LinkButton href={href("new")}>{t("templates:new")}</LinkButton>}
          >
            {t("templates:noOwnText")}
          </EmptyState>
        )}
      </Card>
    </Sheet>
  );
}
