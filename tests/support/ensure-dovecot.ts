import { spawnSync } from "node:child_process";
import fs from "node:fs";

const PACKAGE = "dovecot-imapd";
const PLACES = ["/usr/sbin/dovecot", "/usr/local/sbin/dovecot", "/opt/homebrew/sbin/dovecot", "/usr/local/bin/dovecot"];
const INSTALL_MS = 240_000;

/** How long a hook that starts Dovecot may take, with the package to be fetched. */
export const DOVECOT_START_MS = INSTALL_MS + 60_000;

/** Finds Dovecot; on Debian and as root installs it, one of several test files at a time. Otherwise says what to install. */
export function ensureDovecot(): { program: string; /** As in 2.3. */ version: number } {
  const program = find() ?? install();
  if (!program) {
    throw new Error(
      `These tests talk to a real IMAP server: install Dovecot (Debian: apt-get install ${PACKAGE}) or set DOVECOT_PATH.`,
    );
  }
  const said = spawnSync(program, ["--version"], { encoding: "utf8" }).stdout;
  return { program, version: Number(/^\d+\.\d+/.exec(said)?.[0] ?? 0) };
}

function find(): string | null {
  const usable = (file: string) => file !== "" && fs.existsSync(file) && canServe(file);
  return [process.env.DOVECOT_PATH ?? "", ...PLACES].find(usable) ?? null;
}

/** The core alone comes without the IMAP service. */
function canServe(program: string): boolean {
  const folders = [
    program.replace(/s?bin\/dovecot$/, "lib/dovecot"),
    program.replace(/s?bin\/dovecot$/, "libexec/dovecot"),
  ];
  return folders.some((folder) => fs.existsSync(`${folder}/imap`));
}

function install(): string | null {
  if (process.getuid?.() !== 0 || spawnSync("apt-get", ["--version"]).status !== 0) return null;
  const steps = `apt-get update -qq; apt-get install -y -qq --no-install-recommends ${PACKAGE}`;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  spawnSync("flock", ["/tmp/sportello-tests-apt.lock", "sh", "-c", `[ -e /usr/lib/dovecot/imap ] || { ${steps}; }`], {
    env,
    stdio: "ignore",
    timeout: INSTALL_MS,
  });
  return find();
}
