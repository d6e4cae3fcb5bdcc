import { renderMarkdown } from "~/domain/knowledge/render-markdown.server";

const [text = ""] = Object.values(
  import.meta.glob<string>("/docs/help-format.md", { query: "?raw", import: "default", eager: true }),
);

/** docs/help-format.md as HTML, without its title. */
export const readFormatHtml = async (): Promise<string> => (await renderMarkdown(text.replace(/^# .*\n/, ""))).html;
