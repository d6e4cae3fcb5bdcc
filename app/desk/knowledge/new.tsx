import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { FolderTree } from "lucide-react";
import { FailureErrors } from "~/components/identity/failure-errors";
import { Button, LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { RadioGroup } from "~/components/ui/radio-group";
import { Select } from "~/components/ui/select";
import { TextInput } from "~/components/ui/text-input";
import { createArticle } from "~/domain/knowledge/create-article.server";
import { listCategoryTree } from "~/domain/knowledge/list-category-tree.server";
import { isEditor } from "~/domain/knowledge/policy";
import { createArticleForm, MAX_TITLE } from "~/domain/knowledge/schema";
import { readInput } from "~/http/forms.server";
import { pageTitle } from "~/http/page-title";
import { paths } from "~/http/paths";
import { agentAction, agentLoader, type Failure } from "~/http/route.server";
import { redirectWithToast } from "~/http/toast.server";
import { LOCALE_NAMES, LOCALES } from "~/i18n/config";
import { translator } from "~/i18n/t.server";
import { useI18n } from "~/i18n/use-t";
import { Sheet } from "../sheet";
import { categoryOptions } from "./category-words";
import { guessCategory } from "./guess-category.server";
import { readChoice, readId, readLocale, readWords } from "./read-filters";

const KINDS = ["article", "faq"] as const;

export const meta = pageTitle;

export const loader = agentLoader(async (ctx, { request }) => {
  const query = new URL(request.url).searchParams;
  const kind = readChoice(query, "kind", KINDS) ?? "article";
  const lang = readLocale(query) ?? ctx.locale;
  const words = readWords(query, "title");
  const tree = await listCategoryTree(ctx);
  const chosen = readId(query, "category");
  return {
    title: translator(ctx.locale)(`knowledge:new.${kind}`),
    kind,
    kinds: [...KINDS],
    words,
    keywords: readWords(query, "keywords"),
    lang,
    categoryId: chosen ?? (words ? await guessCategory(ctx, tree, words, lang) : null),
    categories: categoryOptions(tree, ctx.locale),
    editor: isEditor(ctx.actor),
  };
});

export const action = agentAction(async (ctx, { request }) => {
  const form = await readInput(ctx, request, createArticleForm);
  const { articleId } = await createArticle(ctx, form);
  return redirectWithToast(paths.desk.knowledge(articleId, { lang: form.locale }), { key: "knowledge:toast.begun" });
});

/** Kind, title, language and place; the text itself is written in the editor. */
export default function NewArticle() {
  const { title, kind, kinds, words, keywords, lang, categoryId, categories, editor } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>() as Failure | undefined;
  const { t } = useI18n();
  const values = failed?.values;
  const errors = failed?.failure.fields ?? {};
  return (
    <Sheet
      slim
      title={title}
      lead={t("knowledge:new.lead")}
      crumbs={[{ href: paths.desk.knowledge(), label: t("knowledge:title") }]}
    >
      <Card padded={categories.length > 0}>
        {categories.length === 0 ? (
          <EmptyState
            icon={FolderTree}
            title={t("knowledge:new.noCategory")}
            action={
              editor ? (
                <LinkButton variant="primary" size="sm" href={paths.desk.knowledge("categories/new")}>
                  {t("knowledge:category.new")}
                </LinkButton>
              ) : undefined
            }
          >
            {t("knowledge:new.noCategoryText")}
          </EmptyState>
        ) : (
          <Form method="post" className="form">
            <FailureErrors of={failed} />
            <RadioGroup
              name="kind"
              label={t("knowledge:field.kind")}
              defaultValue={values?.kind ?? kind}
              cards
              options={kinds.map((value) => ({
                value,
                label: t(`knowledge:kind.${value}`),
                hint: t(`knowledge:kindHint.${value}`),
              }))}
            />
            <TextInput
              name="title"
              label={t("knowledge:field.titleOrQuestion")}
              required
              maxLength={MAX_TITLE}
              autoComplete="off"
              defaultValue={values?.title ?? words}
              error={errors.title}
            />
            <div className="two">
              <Select
                name="categoryId"
                label={t("knowledge:field.category")}
                required
                defaultValue={values?.categoryId ?? categoryId ?? ""}
                placeholder={t("knowledge:new.chooseCategory")}
                options={categories}
                error={errors.categoryId}
              />
              <Select
                name="locale"
                label={t("knowledge:field.sourceLocale")}
                hint={t("knowledge:field.sourceLocaleHint")}
                defaultValue={values?.locale ?? lang}
                options={LOCALES.map((value) => ({ value, label: LOCALE_NAMES[value] }))}
                error={errors.locale}
              />
            </div>
            {keywords ? <input type="hidden" name="keywords" value={keywords} /> : null}
            <div className="form-actions">
              <Button variant="primary">{t("knowledge:new.do")}</Button>
              <LinkButton href={paths.desk.knowledge()}>{t("common:cancel")}</LinkButton>
            </div>
          </Form>
        )}
      </Card>
    </Sheet>
  );
}
