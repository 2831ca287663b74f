/** Files that people write: every error at once, each as `file:line:column: field: reason`. */
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
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true });
  const [first] = errors;
  if (first !== undefined || tree === undefined) {
    const reason = first === undefined ? "it is empty" : wordsOf(printParseErrorCode(first.error));
    return fail("invalid", `${name}:${positionOf(text, first?.offset ?? 0)}: is not JSON: ${reason}`);
  }
  const parsed = schema.safeParse(prepare(JSON.parse(text)));
  if (parsed.success) return ok(parsed.data);
  const complaints = parsed.error.issues.flatMap(complaintsOf);
  const lines = complaints.map(({ path, message, atKey }) => {
    const field = fieldPath(path);
    const said = field === "" ? message : `${field}: ${message}`;
    const node = nearestNode(tree, path);
    const { offset } = atKey && node.parent?.type === "property" ? node.parent : node;
    return `${name}:${positionOf(text, offset)}: ${said}`;
  });
  const field = fieldPath(complaints[0]?.path ?? []);
  return fail("invalid", lines.join("\n"), field === "" ? undefined : field);
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

/** Of a field that is missing: the object that should have it. */
function nearestNode(tree: Node, path: Path): Node {
  for (let length = path.length; length > 0; length -= 1) {
    const node = findNodeAtLocation(
      tree,
      path.slice(0, length).map((part) => (typeof part === "symbol" ? "" : part)),
    );
    if (node !== undefined) return node;
  }
  return tree;
}

/** `PropertyNameExpected` as `property name expected`. */
function wordsOf(code: string): string {
  return code.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
}

function positionOf(text: string, offset: number): string {
  const before = text.slice(0, offset).split("\n");
  return `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
}
