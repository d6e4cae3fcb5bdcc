import { paths } from "~/http/paths";

/** Where the desk shows a document of the search log (`kind:id`); null for what has no page by its id. */
export function openedHref(opened: string, locale: string): string | null {
  const [kind = "", id = ""] = opened.split(":");
  if (kind === "article" || kind === "faq") return paths.desk.knowledge(id, { lang: locale });
  if (kind === "contact") return paths.desk.contact(id);
  return null;
}
