import { mkdir, open, rename } from "node:fs/promises";
import path from "node:path";
import type { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { Disk } from "flydrive";
import { FSDriver } from "flydrive/drivers/fs";
import { newId } from "~/lib/id";
import { config } from "./config.server";

/** Where bytes live under a key of lower-case letters, digits and slashes. A key that exists holds all of its bytes. */
export type FileStorage = {
  put(key: string, bytes: Uint8Array): Promise<void>;
  exists(key: string): Promise<boolean>;
  read(key: string): Promise<Buffer>;
  open(key: string): Promise<Readable>;
  /** Nothing happens when the key is not there. */
  remove(key: string): Promise<void>;
};

const opened = new Map<string, Promise<FileStorage>>();

/** The installation's file store: a bucket when S3 is configured, else the folder `files` in the data directory. */
export function fileStorage(): Promise<FileStorage> {
  const { s3, dataDir } = config();
  const place = s3 ? `${s3.endpoint} ${s3.bucket}` : dataDir;
  let storage = opened.get(place);
  if (!storage) {
    storage = s3 ? openBucket(s3) : Promise.resolve(openFolder(path.join(dataDir, "files")));
    opened.set(place, storage);
  }
  return storage;
}

/** A file appears under its key by rename, after its bytes are on the disk: no reader meets half of it. */
function openFolder(location: string): FileStorage {
  const disk = new Disk(new FSDriver({ location, visibility: "private" }));
  return {
    ...readingFrom(disk),
    async put(key, bytes) {
      const draft = `draft/${newId()}`;
      await disk.put(draft, bytes);
      await flush(path.join(location, draft));
      // The driver's own move copies, which a crash could leave half done.
      const file = path.join(location, key);
      await mkdir(path.dirname(file), { recursive: true });
      await rename(path.join(location, draft), file);
    },
  };
}

async function flush(file: string): Promise<void> {
  const handle = await open(file, "r+");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Loaded only when wanted: the client takes a sixth of a second. An object appears whole or not at all. */
async function openBucket(s3: NonNullable<ReturnType<typeof config>["s3"]>): Promise<FileStorage> {
  const { S3Driver } = await import("flydrive/drivers/s3");
  const { endpoint, region, bucket, accessKeyId, secretAccessKey } = s3;
  const disk = new Disk(
    new S3Driver({
      endpoint,
      region,
      bucket,
      credentials: { accessKeyId, secretAccessKey },
      forcePathStyle: true,
      visibility: "private",
      supportsACL: false,
    }),
  );
  return { ...readingFrom(disk), put: (key, bytes) => disk.put(key, bytes) };
}

function readingFrom(disk: Disk): Omit<FileStorage, "put"> {
  return {
    exists: (key) => disk.exists(key),
    // The driver's getBytes gives the whole buffer behind a short file.
    read: async (key) => buffer(await disk.getStream(key)),
    open: (key) => disk.getStream(key),
    remove: (key) => disk.delete(key),
  };
}
