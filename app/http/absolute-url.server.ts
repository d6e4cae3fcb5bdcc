import { config } from "~/platform/config.server";

/** A path of ours with the installation's own address in front, for mails and machines. */
export const absoluteUrl = (path: string): string => new URL(path, config().baseUrl).toString();
