import { z } from "zod";
import { defineJob } from "~/platform/jobs.server";
import { sweepFiles } from "./sweep-files.server";
import { sweepUploads } from "./sweep-uploads.server";

/** `files.sweep` runs daily: forgotten uploads first, then the contents nobody refers to. */
export const jobs = [
  defineJob({
    name: "files.sweep",
    payload: z.object({}),
    async run(ctx) {
      await sweepUploads(ctx);
      await sweepFiles(ctx);
    },
  }),
];
