import {
  FormDataParseError,
  MaxFilesExceededError,
  MaxFileSizeExceededError,
  MaxTotalSizeExceededError,
  MultipartParseError,
  parseFormData,
} from "@remix-run/form-data-parser";
import { transferLimits } from "~/domain/knowledge/transfer/limits";
import type { TransferFile } from "~/domain/knowledge/transfer/transfer-file";
import { invalid } from "~/lib/errors";

/** Beside the files: names, boundaries, headers of parts. */
const AROUND = 4_000_000;

/** The files of the posted form with their paths, and what the whole is called. Over the limits it is refused. */
export async function readFiles(request: Request): Promise<{ name: string; files: TransferFile[] }> {
  const files: TransferFile[] = [];
  try {
    const limits = {
      maxFiles: transferLimits.files + 2,
      maxFileSize: transferLimits.upload,
      maxTotalSize: transferLimits.upload + AROUND,
    };
    await parseFormData(request, limits, async (file) => {
      if (file.name) files.push({ path: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
      return undefined;
    });
  } catch (error) {
    throw refusalOf(error);
  }
  return { name: nameOf(files.map(({ path }) => path)), files };
}

function refusalOf(error: unknown): unknown {
  const refuse = (code: string, limit: number) => invalid(code, { files: code }, { limit });
  if (error instanceof MaxFilesExceededError) return refuse("transfer:error.tooMany", transferLimits.files);
  if (error instanceof MaxFileSizeExceededError || error instanceof MaxTotalSizeExceededError)
    return refuse("transfer:error.uploadTooLarge", transferLimits.upload / 1_000_000);
  return error instanceof FormDataParseError || error instanceof MultipartParseError
    ? invalid("common:error.form")
    : error;
}

/** The one file's name, else that of the folder around all. */
function nameOf(paths: readonly string[]): string {
  const [first = ""] = paths;
  if (paths.length === 1) return first.split("/").at(-1)!;
  const [folder = ""] = first.split("/");
  return first.includes("/") && paths.every((path) => path.startsWith(`${folder}/`)) ? folder : `${first} …`;
}
