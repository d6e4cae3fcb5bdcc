import { type DnsError, resolveDns } from "./dns-cache.server";

/** The TXT records of a name, the strings of each joined; none when there is no such name, null when DNS did not answer. */
export async function readTextRecords(name: string): Promise<string[] | null> {
  try {
    const answer = (await resolveDns(name, "TXT")) as string[][];
    return answer.map((strings) => strings.join(""));
  } catch (error) {
    const { code } = error as DnsError;
    return code === "ENOTFOUND" || code === "ENODATA" ? [] : null;
  }
}
