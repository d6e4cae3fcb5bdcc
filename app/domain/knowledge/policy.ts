import { forbidden } from "~/lib/errors";
import type { Actor } from "~/platform/ctx.server";

export type ArticleAct =
  /** Write the draft, its pictures and properties, and ask for a review. */
  | "article.write"
  /** Publish, take back, schedule, decide on a review, confirm what was taken out of a ticket. */
  | "article.publish"
  | "article.delete";

/** What the rules look at. */
export type PolicyArticle = {
  createdById: string | null;
  /** One of its languages is published, or will be at a time that an editor has set. */
  live: boolean;
};

/**
 * Whether the actor's role allows the act. Editors and administrators may all; agents write what they began themselves,
 * until it is published or scheduled. The product and its rules may all.
 */
export function mayArticle(actor: Actor, act: ArticleAct, article: PolicyArticle): boolean {
  if (isEditor(actor)) return true;
  if (actor.kind !== "person" || actor.role === "customer") return false;
  return act === "article.write" && article.createdById === actor.personId && !article.live;
}

/** Refuses with 403 what `mayArticle` does not allow. */
export function authorize(actor: Actor, act: ArticleAct, article: PolicyArticle): void {
  if (!mayArticle(actor, act, article)) throw forbidden();
}

/** Whether the actor writes the knowledge base: publishes, orders categories, answers what readers said. */
export const isEditor = (actor: Actor): boolean =>
  actor.kind === "person" ? actor.role === "editor" || actor.role === "administrator" : actor.kind !== "anonymous";

/** Refuses with 403 who does not write the knowledge base. */
export function requireEditor(actor: Actor): void {
  if (!isEditor(actor)) throw forbidden();
}

/** Refuses with 403 who is neither staff nor the product itself. */
export function requireStaff(actor: Actor): void {
  if (actor.kind === "anonymous" || (actor.kind === "person" && actor.role === "customer")) throw forbidden();
}
