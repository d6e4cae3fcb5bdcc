import { notFound } from "~/lib/errors";

/** Names of all templates. */
export const listTemplates = async (): Promise<string[]> => (await import("#emails/render-mail")).templateNames;

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
