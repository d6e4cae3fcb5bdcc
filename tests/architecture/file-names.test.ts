import fs from "node:fs";
import path from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import { root } from "../../server/root.mjs";

const JUNK = /^(utils?|helpers?|misc|common|shared|services?|types?|constants)(\.|$)/;
/** Not commands or queries: what every domain has once, and formats whose reading and writing belong together. */
const NOT_COMMANDS =
  /^(search-documents|jobs|events|schema|policy|states|visible|[a-z-]+-(keys?|ids?|limits?))\.server\.tsx?$/;

const files = ["app", "emails", "search", "server", "bin", "prisma", "tests"]
  .filter((folder) => fs.existsSync(path.join(root, folder)))
  .flatMap((folder) => list(folder))
  .filter((file) => !file.startsWith("app/generated/"));
const sources = files.filter((file) => /\.(tsx?|mjs)$/.test(file));

function list(folder: string): string[] {
  return fs
    .readdirSync(path.join(root, folder), { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? list(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`]));
}

const parse = (file: string) =>
  ts.createSourceFile(file, fs.readFileSync(path.join(root, file), "utf8"), ts.ScriptTarget.Latest, true);

/** Names of the values (not types) that a file exports. */
function exportedValues(file: string): { name: string; isFunction: boolean }[] {
  const hasExport = (node: ts.Node) =>
    ts.canHaveModifiers(node) && ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
  return parse(file).statements.flatMap((node) => {
    if (!hasExport(node)) return [];
    if (ts.isFunctionDeclaration(node)) return [{ name: node.name?.text ?? "default", isFunction: true }];
    if (ts.isClassDeclaration(node)) return [{ name: node.name?.text ?? "default", isFunction: false }];
    if (!ts.isVariableStatement(node)) return [];
    return node.declarationList.declarations.map(({ name, initializer }) => ({
      name: name.getText(),
      isFunction: Boolean(initializer && (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer))),
    }));
  });
}

const camelCase = (name: string) => name.replace(/-(\w)/g, (_match, letter: string) => letter.toUpperCase());

test("no junk drawers", () => {
  const parts = (file: string) => file.split("/").slice(1);
  expect(sources.filter((file) => parts(file).some((part) => JUNK.test(part)))).toEqual([]);
});

test("names are in kebab case", () => {
  const names = files.filter((file) => /\.(tsx?|mjs|css)$/.test(file)).map((file) => path.basename(file));
  expect(names.filter((name) => !/^[a-z0-9]+([-.][a-z0-9]+)*$/.test(name))).toEqual([]);
});

test("no index file that only passes on", () => {
  const passesOn = (file: string) =>
    parse(file).statements.every((node) => ts.isExportDeclaration(node) || ts.isImportDeclaration(node));
  expect(sources.filter((file) => /(^|\/)index\.tsx?$/.test(file) && passesOn(file))).toEqual([]);
});

/** One function: the file bears its name. Several: a format or a limit whose few parts belong together, under a noun. */
test("a command or query file of a domain exports one function, named as the file", () => {
  const commands = sources.filter(
    (file) =>
      /^app\/domain\/[^/]+\/[^/]+\.server\.tsx?$/.test(file) &&
      !file.includes(".test.") &&
      !NOT_COMMANDS.test(path.basename(file)),
  );
  const wrong = commands.flatMap((file) => {
    const wanted = camelCase(path.basename(file).replace(/\.server\.tsx?$/, ""));
    const functions = exportedValues(file).filter(({ isFunction }) => isFunction);
    const right =
      functions.length === 1
        ? functions[0]?.name === wanted
        : functions.length <= 5 && !functions.some(({ name }) => name === wanted);
    return right ? [] : [`${file} exports ${functions.map(({ name }) => name).join(", ")}`];
  });
  expect(wrong).toEqual([]);
});

test("server code that React could reach says so in its name", () => {
  const reaches = /from "(pg|nodemailer|smtp-server|mailparser|graphile-worker|node:(fs|net|child_process)[^"]*)"/;
  const silent = sources.filter(
    (file) =>
      file.startsWith("app/") &&
      !/\.(server|test)\.tsx?$/.test(file) &&
      reaches.test(fs.readFileSync(path.join(root, file), "utf8")),
  );
  expect(silent).toEqual([]);
});
