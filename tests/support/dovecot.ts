import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import fs from "node:fs/promises";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { generate } from "selfsigned";
import { ensureDovecot } from "./ensure-dovecot";

export type Dovecot = {
  /** Speaks IMAP in clear, with STARTTLS. */
  port: number;
  /** Speaks IMAP in TLS from the start. */
  tlsPort: number;
  /** PEM of its certificate, made by itself for localhost. */
  certificate: string;
  /** Puts messages into a user's folder as a mail system would, all at once; `at` is their INTERNALDATE. */
  deliver(
    user: string,
    messages: readonly (string | Buffer)[],
    options?: { folder?: string; at?: Date },
  ): Promise<void>;
  /** Keeps the server from reading the n-th (from 0) of the new messages in a user's inbox; until the result is called. */
  lock(user: string, n: number): Promise<() => Promise<void>>;
  /** Ends the processes that serve connections, as a crash would; new ones start by themselves. */
  killConnections(): void;
  stop(): Promise<void>;
};

type Options = {
  /** By name; their mail lies in a Maildir each. */
  users: Record<string, string>;
  /** Asked about bearer tokens by POST (RFC 7662). */
  introspectionUrl?: string;
};

/** A Dovecot of its own for one test file: temporary folder, free ports, nothing of the system's configuration. */
export async function startDovecot(options: Options): Promise<Dovecot> {
  const { program, version } = ensureDovecot();
  const folder = await fs.realpath(await fs.mkdtemp(path.join(os.tmpdir(), "dovecot-")));
  await fs.chmod(folder, 0o755);
  const [port, tlsPort] = [await freePort(), await freePort()];
  const { cert, private: key } = await generate([{ name: "commonName", value: "localhost" }], {
    keySize: 2048,
    extensions: [{ name: "subjectAltName", altNames: [{ type: 2, value: "localhost" }] }],
  });
  const owner = mailOwner();
  const accounts = Object.entries(options.users).map(([name, password]) => `${name}:{PLAIN}${password}::::::\n`);
  const files: Record<string, string> = {
    "cert.pem": cert,
    "key.pem": key,
    users: accounts.join(""),
    "oauth2.conf": oauthFile(options.introspectionUrl ?? ""),
  };
  for (const [name, text] of Object.entries(files)) await fs.writeFile(path.join(folder, name), text);
  for (const user of Object.keys(options.users)) await makeOwned(path.join(folder, "mail", user), owner);
  await makeOwned(path.join(folder, "mail"), owner);
  const facts = { folder, port, tlsPort, owner, introspectionUrl: options.introspectionUrl };
  const config = path.join(folder, "dovecot.conf");
  await fs.writeFile(config, version < 2.4 ? oldSyntax(facts) : newSyntax(facts));

  const child = spawn(program, ["-F", "-c", config], { stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
  await listening(
    child,
    port,
    async () => said + (await fs.readFile(path.join(folder, "log"), "utf8").catch(() => "")),
  );

  return {
    port,
    tlsPort,
    certificate: cert,
    async deliver(user, messages, { folder: name, at = new Date() } = {}) {
      const home = path.join(folder, "mail", user);
      const mailbox = name ? path.join(home, `.${name}`) : home;
      for (const part of ["tmp", "cur", "new"]) await makeOwned(path.join(mailbox, part), owner);
      for (const message of messages) {
        const file = `${Math.floor(at.getTime() / 1000)}.M${String(++delivered).padStart(9, "0")}P1.test`;
        const draft = path.join(mailbox, "tmp", file);
        await fs.writeFile(draft, message);
        if (owner.uid !== undefined && owner.gid !== undefined) await fs.chown(draft, owner.uid, owner.gid);
        await fs.utimes(draft, at, at);
        await fs.rename(draft, path.join(mailbox, "new", file));
      }
    },
    async lock(user, n) {
      const inbox = path.join(folder, "mail", user, "new");
      const name = (await fs.readdir(inbox)).toSorted()[n]!;
      const rights = (mode: number) => async () => {
        for (const part of ["new", "cur"])
          for (const file of await fs.readdir(path.join(folder, "mail", user, part)))
            if (file.startsWith(name)) await fs.chmod(path.join(folder, "mail", user, part, file), mode);
      };
      await rights(0o000)();
      return rights(0o644);
    },
    killConnections() {
      for (const pid of childrenOf(child)) process.kill(pid, "SIGKILL");
    },
    async stop() {
      const gone = new Promise((resolve) => child.once("exit", resolve));
      if (child.exitCode === null) {
        child.kill("SIGTERM");
        await gone;
      }
      await fs.rm(folder, { recursive: true, force: true });
    },
  };
}

let delivered = 0;

type Owner = { name: string; group: string; uid?: number; gid?: number };

/** Dovecot serves no mail of root's; as anybody else it can be nobody but that user. */
function mailOwner(): Owner {
  const id = (...args: string[]) => execFileSync("id", args, { encoding: "utf8" }).trim();
  if (process.getuid?.() !== 0) return { name: id("-un"), group: id("-gn") };
  return {
    name: "nobody",
    group: id("-gn", "nobody"),
    uid: Number(id("-u", "nobody")),
    gid: Number(id("-g", "nobody")),
  };
}

async function makeOwned(folder: string, { uid, gid }: Owner): Promise<void> {
  await fs.mkdir(folder, { recursive: true });
  if (uid === undefined || gid === undefined) return;
  await fs.chown(folder, uid, gid);
  await fs.chown(path.dirname(folder), uid, gid);
}

type Facts = { folder: string; port: number; tlsPort: number; owner: Owner; introspectionUrl: string | undefined };

/** Who runs Dovecot's own processes; root has the users that its package made. */
const processOwner = ({ name, group, uid }: Owner): string =>
  uid === undefined
    ? `default_login_user = ${name}\ndefault_internal_user = ${name}\ndefault_internal_group = ${group}\n`
    : "";

const services = ({ port, tlsPort, owner }: Facts): string => `
service anvil {
  unix_listener anvil-auth-penalty {
    mode = 0
  }
  chroot =
}
service imap-login {
  chroot =
  service_count = 0
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = ${tlsPort}
    ssl = yes
  }
}
service imap {
  client_limit = 1
}
service stats {
  chroot =
}
${processOwner(owner)}`;

const mechanisms = ({ introspectionUrl }: Facts) => (introspectionUrl ? "plain xoauth2" : "plain");

/** Dovecot 2.3. */
const oldSyntax = (facts: Facts): string => `
base_dir = ${facts.folder}/run
state_dir = ${facts.folder}/state
log_path = ${facts.folder}/log
protocols = imap
listen = 127.0.0.1
disable_plaintext_auth = no
auth_mechanisms = ${mechanisms(facts)}
auth_failure_delay = 0
mail_location = maildir:${facts.folder}/mail/%u
first_valid_uid = 1
imap_idle_notify_interval = 1 min
mail_max_userip_connections = 100
mailbox_list_index = no
ssl = yes
ssl_cert = <${facts.folder}/cert.pem
ssl_key = <${facts.folder}/key.pem
passdb {
  driver = passwd-file
  args = ${facts.folder}/users
}
${facts.introspectionUrl ? `passdb {\n  driver = oauth2\n  mechanisms = xoauth2\n  args = ${facts.folder}/oauth2.conf\n}` : ""}
userdb {
  driver = static
  args = uid=${facts.owner.name} gid=${facts.owner.group} home=${facts.folder}/mail/%u allow_all_users=yes
}
${services(facts)}`;

const oauthFile = (url: string): string => `introspection_mode = post
introspection_url = ${url}
force_introspection = yes
username_attribute = username
active_attribute = active
active_value = true
`;

/** Dovecot 2.4. */
const newSyntax = (facts: Facts): string => `
dovecot_config_version = 2.4.0
dovecot_storage_version = 2.4.0
base_dir = ${facts.folder}/run
state_dir = ${facts.folder}/state
log_path = ${facts.folder}/log
protocols = imap
listen = 127.0.0.1
auth_allow_cleartext = yes
auth_mechanisms = ${mechanisms(facts)}
auth_failure_delay = 0
mail_driver = maildir
mail_path = ${facts.folder}/mail/%{user}
first_valid_uid = 1
imap_idle_notify_interval = 1 min
mail_max_userip_connections = 100
mailbox_list_index = no
ssl = yes
ssl_server_cert_file = ${facts.folder}/cert.pem
ssl_server_key_file = ${facts.folder}/key.pem
passdb passwd-file {
  passwd_file_path = ${facts.folder}/users
}
${facts.introspectionUrl ? `oauth2_introspection_mode = post\noauth2_introspection_url = ${facts.introspectionUrl}\noauth2_force_introspection = yes\noauth2_username_attribute = username\noauth2_active_attribute = active\noauth2_active_value = true` : ""}
userdb static {
  userdb_static_allow_all_users = yes
  fields {
    uid = ${facts.owner.name}
    gid = ${facts.owner.group}
    home = ${facts.folder}/mail/%{user}
  }
}
${services(facts)}`;

/** The processes that serve IMAP for one Dovecot; its login process lives on. */
function childrenOf(child: ChildProcess): number[] {
  const list = execFileSync("ps", ["-e", "-o", "pid=,ppid=,comm="], { encoding: "utf8" });
  return list
    .split("\n")
    .map((line) => line.trim().split(/\s+/))
    .filter(([, parent, name]) => Number(parent) === child.pid && name === "imap")
    .map(([pid]) => Number(pid));
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

async function listening(child: ChildProcess, port: number, words: () => Promise<string>): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (child.exitCode !== null) break;
    if (await answers(port)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`Dovecot did not start: ${await words()}`);
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(port, "127.0.0.1");
    const end = (value: boolean) => {
      socket.destroy();
      resolve(value);
    };
    socket.once("data", () => end(true)).once("error", () => end(false));
    socket.setTimeout(1_000, () => end(false));
  });
}
