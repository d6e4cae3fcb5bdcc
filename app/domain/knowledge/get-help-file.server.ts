import { isStaff } from "~/domain/identity/session-person";
import { notFound } from "~/lib/errors";
import type { Ctx } from "~/platform/ctx.server";
import { Prisma } from "~/platform/db.server";
import { prepared } from "~/platform/prepared.server";
import { visibleArticles } from "./visible.server";

export type HelpFile = {
  name: string;
  type: string;
  sha256: string;
  size: number;
  /** Anybody may have it: a shared cache may keep it for a while. */
  isPublic: boolean;
};

/** A picture or file of an article that the reader may read; staff have those of drafts too. */
export async function getHelpFile(ctx: Ctx, imageId: string): Promise<HelpFile> {
  const staff = ctx.actor.kind === "person" && isStaff(ctx.actor.role);
  const published = Prisma.sql`exists (
    select from article_text t where t.article_id = a.id and t.published_version_id is not null)`;
  const [file] = await ctx.db.$queryRaw<HelpFile[]>(
    prepared(Prisma.sql`
    select i.name, i.type, f.sha256, f.size, a.audience = 'public' and ${published} as "isPublic"
    from article_image i
    join article a on a.id = i.article_id
    join stored_file f on f.id = i.file_id
    where i.id = ${imageId}::uuid and ${visibleArticles(ctx.actor)} and ${staff ? Prisma.sql`true` : published}`),
  );
  if (!file) throw notFound();
  return file;
}
