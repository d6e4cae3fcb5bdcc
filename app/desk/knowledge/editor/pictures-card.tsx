import { Form } from "@remix-run/react";
import { FileText } from "lucide-react";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { CopyButton } from "~/components/ui/copy-button";
import { FileInput } from "~/components/ui/file-input";
import { Icon } from "~/components/ui/icon";
import { paths } from "~/http/paths";
import { useT } from "~/i18n/use-t";

export type StoredPicture = { id: string; name: string; type: string };

type Props = { articleId: string; locale: string; pictures: readonly StoredPicture[]; mayWrite: boolean };

/** The article's pictures and files, each with the Markdown that shows it. */
export function PicturesCard({ articleId, locale, pictures, mayWrite }: Props) {
  const t = useT();
  const here = (part: string) => paths.desk.knowledge(`${articleId}/images${part}`, { lang: locale });
  return (
    <Card padded id="pictures" title={t("knowledge:pictures.title")}>
      {pictures.length > 0 ? (
        <ul className="mb-3 grid gap-2">
          {pictures.map(({ id, name, type }) => (
            <li key={id} className="flex flex-wrap items-center gap-2">
              <a className="grid size-12 flex-none place-items-center" href={paths.helpFile(id, name)} data-reload>
                {type.startsWith("image/") ? (
                  <img
                    className="max-h-12 max-w-12 rounded-s border"
                    src={paths.helpFile(id, name)}
                    alt={name}
                    loading="lazy"
                  />
                ) : (
                  <>
                    <Icon of={FileText} size={22} />
                    <span className="sr">{name}</span>
                  </>
                )}
              </a>
              <bdi className="small min-w-0 flex-1 basis-24 wrap-anywhere">{name}</bdi>
              <CopyButton text={markdownOf({ id, name, type })}>{t("knowledge:pictures.copy")}</CopyButton>
              {mayWrite ? (
                <Form method="post" action={here(`/${id}/removal`)} preventScrollReset>
                  <Button size="sm" variant="ghost" aria-label={t("knowledge:pictures.removeOf", { name })}>
                    {t("knowledge:pictures.remove")}
                  </Button>
                </Form>
              ) : null}
            </li>
          ))}
        </ul>
      ) : (
        <p className="muted small mb-3">{t("knowledge:pictures.none")}</p>
      )}
      {mayWrite ? (
        <Form
          key={pictures.length}
          method="post"
          action={here("")}
          encType="multipart/form-data"
          className="form"
          preventScrollReset
        >
          <FileInput
            name="files"
            label={t("knowledge:pictures.add")}
            hint={t("knowledge:pictures.hint")}
            accept="image/png,image/jpeg,image/gif,image/webp,image/avif,application/pdf"
            multiple
          />
          <div className="form-actions">
            <Button size="sm">{t("knowledge:pictures.upload")}</Button>
          </div>
        </Form>
      ) : null}
    </Card>
  );
}

/** The Markdown that shows a picture, or leads to a file. */
export function markdownOf({ id, name, type }: StoredPicture): string {
  const words = name.replace(/\.[a-z0-9]{1,5}$/i, "").replace(/[[\]\\]/g, "");
  return `${type.startsWith("image/") ? "!" : ""}[${words}](image:${id})`;
}
