import { readFileSync } from "node:fs";
import type { Reporter, TestCase, TestResult } from "@playwright/test/reporter";

const PAGE_LINES = 70;
const FAULT_LINES = 15;

/** After the last journey: what stood on the page of each that failed, and what the server complained of meanwhile. */
export default class FailureReporter implements Reporter {
  private readonly pages: string[] = [];
  private readonly faults: string[] = [];

  onStdOut(chunk: string | Buffer): void {
    for (const line of String(chunk).split("\n")) if (/"level":[56]0/.test(line)) this.faults.push(faultOf(line));
  }

  onTestEnd({ title }: TestCase, { status, attachments }: TestResult): void {
    if (status === "passed" || status === "skipped") return;
    const context = attachments.find(({ name }) => name === "error-context")?.path;
    const page = context ? mainOf(readFileSync(context, "utf8")) : "";
    this.pages.push(`The page of “${title}”:\n${page || "not known"}`);
  }

  onEnd(): void {
    if (!this.pages.length) return;
    const faults = this.faults.length ? this.faults.slice(-FAULT_LINES).join("\n") : "nothing";
    process.stdout.write(`\n${this.pages.join("\n\n")}\n\nThe server complained of:\n${faults}\n`);
  }
}

/** The page's main part as its accessibility tree, or all of it. */
function mainOf(context: string): string {
  const lines = (/```yaml\n([\s\S]*?)```/.exec(context)?.[1] ?? "").split("\n");
  const from = lines.findIndex((line) => line.startsWith("- main"));
  return lines.slice(Math.max(0, from)).slice(0, PAGE_LINES).join("\n");
}

/** One line of the log: when, what, of which job or path, and the error's first words. */
function faultOf(line: string): string {
  try {
    const { time, msg, job, path, err } = JSON.parse(line.slice(line.indexOf("{"))) as Record<string, unknown>;
    const message = (err as { message?: string } | undefined)?.message ?? "";
    return [new Date(Number(time)).toISOString(), msg, job ?? path, message.slice(0, 200)].filter(Boolean).join(" · ");
  } catch {
    return line.slice(0, 300);
  }
}
