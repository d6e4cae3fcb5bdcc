import { notFound } from "~/lib/errors";

/** A template drawn with its sample, for those who write mails. */
export async function previewMail(
  template: string,
  locale: string,
): Promise<{ subject: string; html: string; text: string }> {
  const { renderSample, templateNames } = await import("#emails/render-mail");
  const known = templateNames.find((name) => name === template);
  if (!known) throw notFound();
  return renderSample(known, locale);
}
