import type { z } from "zod";

/** One operation of the API: what it takes and gives. The routes validate with it, the document is made from it. */
export type Operation = {
  id: string;
  method: "get" | "post" | "patch" | "put";
  path: string;
  summary: string;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodObject;
  status: 200 | 201;
  answer: z.ZodType;
};

/** Keeps the operation's own types. */
export const operation = <const O extends Operation>(o: O): O => o;
