import net from "node:net";
import { StartupError } from "./startup-error.mjs";

/** Says in one sentence why a server cannot listen. @param {unknown} error @param {string} variable of the port
 * @param {string} host @param {number} port */
export function explainListenError(error, variable, host, port) {
  const prefix = variable === "PORT" ? "" : "MAIL_SMTP_";
  switch (/** @type {NodeJS.ErrnoException} */ (error).code) {
    case "EADDRINUSE":
      return new StartupError(
        `Port ${port} on ${host} is taken by another program; stop it or set ${variable} to a free port.`,
      );
    case "EACCES":
      return new StartupError(`This user may not listen on port ${port}; set ${variable} to a port above 1023.`);
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return new StartupError(
        `${host} is no address of this machine; set ${prefix}HOST to one that is, or to 0.0.0.0 for all.`,
      );
    default:
      return error;
  }
}

/** Tries both ports before anything else is touched. @param {import("./config.mjs").Config} config */
export async function requireFreePorts({ roles, host, port, mail }) {
  if (roles.web) await tryPort("PORT", host, port);
  if (roles.mail) await tryPort("MAIL_SMTP_PORT", mail.smtpHost, mail.smtpPort);
}

/** @param {string} variable @param {string} host @param {number} port @returns {Promise<void>} */
function tryPort(variable, host, port) {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once("error", (error) => reject(explainListenError(error, variable, host, port)));
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

/** Listens, or rejects with the sentence. @param {import("node:http").Server} server
 * @param {import("./config.mjs").Config} config @returns {Promise<void>} */
export function listen(server, { host, port }) {
  return new Promise((resolve, reject) => {
    server.once("error", (error) => reject(explainListenError(error, "PORT", host, port)));
    server.listen(port, host, () => resolve());
  });
}
