import { escapeHtml } from "~/lib/escape-html";
import { newId } from "~/lib/id";

const MARK = "data-own";
const KEPT = ["class", "id", "role", "tabindex", "scope"] as const;

/**
 * Tells markup that we write from markup that stands in the text: our tags carry a word that nobody can know before the
 * text is rendered, and only they keep a class, an id or a role.
 */
export class OwnMarkup {
  readonly #word = newId();

  /** The attributes of a tag of ours, with a leading space. */
  attributes(attributes: Partial<Record<(typeof KEPT)[number], string>>): string {
    const words = Object.entries(attributes).map(([name, value]) => ` ${name}="${escapeHtml(value)}"`);
    return ` ${MARK}="${this.#word}"${words.join("")}`;
  }

  /** What of a tag's attributes may stay beside those that the tag itself allows. */
  keep(attributes: Record<string, string>): Record<string, string> {
    if (attributes[MARK] !== this.#word) return {};
    return Object.fromEntries(KEPT.flatMap((name) => (name in attributes ? [[name, attributes[name]!]] : [])));
  }
}
