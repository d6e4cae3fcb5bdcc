import { config } from "~/platform/config.server";
import { type OutsideAnswer, PrivateAddress, requestOutside } from "~/platform/request-outside.server";

export type SiteResult = {
  result: "ok" | "missing" | "refused" | "unreachable" | "unsafe";
  status: number | null;
};

const HOPS = 5;
const HEADERS = { "user-agent": "Sportello link check", accept: "*/*" };

/**
 * Whether a page of another site is there: HEAD, then GET where a server knows no HEAD; redirects are followed, each
 * behind the guard against private networks. `refused` is a page that machines are not shown.
 */
export async function askSite(url: string): Promise<SiteResult> {
  try {
    const { status } = await follow(url);
    return { result: resultOf(status), status };
  } catch (error) {
    return { result: error instanceof PrivateAddress ? "unsafe" : "unreachable", status: null };
  }
}

async function follow(url: string): Promise<OutsideAnswer> {
  for (let hop = 0, at = url; ; hop++) {
    const answer = await ask(at);
    const { status, location } = answer;
    if (status < 300 || status > 399 || !location || hop === HOPS) return answer;
    const next = new URL(location, at);
    if (next.protocol !== "http:" && next.protocol !== "https:") return answer;
    at = next.href;
  }
}

async function ask(url: string): Promise<OutsideAnswer> {
  const rest = { headers: HEADERS, insideToo: config().webhookPrivate };
  const head = await requestOutside(url, { method: "HEAD", ...rest });
  return head.status >= 400 ? requestOutside(url, { method: "GET", ...rest }) : head;
}

function resultOf(status: number): SiteResult["result"] {
  if (status >= 200 && status < 300) return "ok";
  if (status === 404 || status === 410) return "missing";
  return status >= 400 && status < 500 ? "refused" : "unreachable";
}
