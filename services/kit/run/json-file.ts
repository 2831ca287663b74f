/** Files that people write: every error at once, each as `file:line:column: field: reason (found value)`. */
import { readFile } from "node:fs/promises";
import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import type { z } from "zod";
import { fieldPath } from "../bus/codec.ts";
import { fail, ok, type Result } from "../failure/failure.ts";

export interface ReadingOptions {
  /** What is done to the document before its schema sees it. */
  readonly prepare?: (document: unknown) => unknown;
}

export async function readJsonFile<T>(
  path: string,
  schema: z.ZodType<T>,
  options: ReadingOptions = {},
): Promise<Result<T>> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return fail("not_found", `${path}: there is no such file`);
    if (code === "ERR_STRING_TOO_LONG") return fail("invalid", `${path}: is larger than what can be read, 512 MiB`);
    return fail("invalid", `${path}: cannot be read: ${code ?? String(error)}`);
  }
  return parseJsonText(text, path, schema, options);
}

/** Pure. `name` is what the errors call the text. */
export function parseJsonText<T>(
  text: string,
  name: string,
  schema: z.ZodType<T>,
  { prepare = (document) => document }: ReadingOptions = {},
): Result<T> {
  const deep = tooDeepAt(text);
  if (deep !== undefined) {
    return fail("invalid", `${name}:${positionOf(text, deep)}: is nested more than ${DEEPEST} levels deep`);
  }
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return noJson(text, name);
  }
  const parsed = schema.safeParse(prepare(document));
  if (parsed.success) return ok(parsed.data);
  const complaints = parsed.error.issues.flatMap(complaintsOf);
  // Only now: of a large file the tree with its places takes many times the text's memory.
  const tree = parseTree(text);
  const lines = complaints.slice(0, MOST_COMPLAINTS).map((complaint) => complaintLine(complaint, { text, name, tree }));
  const rest = complaints.length - MOST_COMPLAINTS;
  const field = fieldPath(complaints[0]?.path ?? []);
  return fail(
    "invalid",
    [...lines, ...(rest > 0 ? [`${name}: and ${rest} more`] : [])].join("\n"),
    field === "" ? undefined : field,
  );
}

/** More help nobody, and each is looked for from the file's beginning. */
const MOST_COMPLAINTS = 50;
const MOST_VALUE_CHARACTERS = 40;

/** No file that is read here is. What reads further goes down by calling itself, and would end in an overflow of the stack. */
const DEEPEST = 64;

/** Where it goes deeper, whether it is JSON or not. */
function tooDeepAt(text: string): number | undefined {
  let depth = 0;
  for (const { 0: mark, index } of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"?|[[\]{}]/gs)) {
    if (mark === "[" || mark === "{") depth += 1;
    else if (mark === "]" || mark === "}") depth -= 1;
    if (depth > DEEPEST) return index;
  }
  return undefined;
}

function noJson(text: string, name: string): Result<never> {
  const errors: ParseError[] = [];
  parseTree(text, errors, { disallowComments: true });
  const [first] = errors;
  const reason = first === undefined ? "it can not be read as such" : wordsOf(printParseErrorCode(first.error));
  return fail("invalid", `${name}:${positionOf(text, first?.offset ?? 0)}: is not JSON: ${reason}`);
}

function complaintLine(
  { path, message, atKey }: Complaint,
  { text, name, tree }: { readonly text: string; readonly name: string; readonly tree: Node | undefined },
): string {
  const field = fieldPath(path);
  const said = field === "" ? message : `${field}: ${message}`;
  if (tree === undefined) return `${name}: ${said}`;
  const { node, isWhole } = nearestNode(tree, path);
  const { offset } = atKey && node.parent?.type === "property" ? node.parent : node;
  return `${name}:${positionOf(text, offset)}: ${said}${isWhole && !atKey ? foundWords(text, node) : ""}`;
}

function foundWords(text: string, { type, offset, length }: Node): string {
  if (type === "object" || type === "array") return "";
  const value = text.slice(offset, offset + Math.min(length, MOST_VALUE_CHARACTERS));
  return ` (found ${value}${length > MOST_VALUE_CHARACTERS ? "..." : ""})`;
}

type Path = readonly PropertyKey[];

interface Complaint {
  readonly path: Path;
  readonly message: string;
  /** Of a field that should not be there the key is wrong, else its value. */
  readonly atKey: boolean;
}

function complaintsOf(issue: z.core.$ZodIssue): readonly Complaint[] {
  if (issue.code !== "unrecognized_keys") return [{ path: issue.path, message: issue.message, atKey: false }];
  return issue.keys.map((key) => ({ path: [...issue.path, key], message: "is not known here", atKey: true }));
}

/** Of a field that is missing: the object that should have it, which is not the whole of the path. */
function nearestNode(tree: Node, path: Path): { readonly node: Node; readonly isWhole: boolean } {
  for (let length = path.length; length > 0; length -= 1) {
    const node = findNodeAtLocation(
      tree,
      path.slice(0, length).map((part) => (typeof part === "symbol" ? "" : part)),
    );
    if (node !== undefined) return { node, isWhole: length === path.length };
  }
  return { node: tree, isWhole: path.length === 0 };
}

/** `PropertyNameExpected` as `property name expected`. */
function wordsOf(code: string): string {
  return code.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
}

function positionOf(text: string, offset: number): string {
  const before = text.slice(0, offset).split("\n");
  return `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
}
