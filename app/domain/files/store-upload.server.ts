import { invalid } from "~/lib/errors";
import { newId } from "~/lib/id";
import { actorPersonId, type Ctx } from "~/platform/ctx.server";
import { safeFileName } from "./file-name";
import { fileType } from "./file-type";
import { storeFile } from "./store-file.server";

export type UploadInput = { name: string; type: string; bytes: Uint8Array; ownerId?: string };

/** Keeps a file that somebody is about to send and gives the upload's id. Unsent uploads go after seven days. */
export async function storeUpload(ctx: Ctx, { name, type, bytes, ownerId }: UploadInput): Promise<string> {
  const owner = ownerId ?? actorPersonId(ctx);
  if (!owner) throw invalid("common:error.filesNeedSignIn", { files: "common:error.filesNeedSignIn" });
  const { fileId } = await storeFile(ctx, bytes);
  const id = newId(ctx.now.getTime());
  await ctx.db.upload.create({
    data: {
      id,
      fileId,
      name: safeFileName(name),
      type: fileType(bytes, type),
      ownerId: owner,
      createdAt: ctx.now,
    },
    select: { id: true },
  });
  return id;
}
