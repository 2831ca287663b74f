/** The manifests under `deploy/kubernetes`, and the types of Kubernetes' own API description to hold them against. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { parse, parseAllDocuments } from "yaml";
import { packageFile } from "../services/lab/package-root.ts";

// biome-ignore lint/suspicious/noExplicitAny: its shape is what is checked, by the compiler
export type Manifest = any;

export const directory = packageFile("deploy/kubernetes");
export const fileText = (name: string) => readFileSync(join(directory, name), "utf8");
export const kustomization: Manifest = parse(fileText("kustomization.yaml"));
export const manifests: readonly Manifest[] = kustomization.resources.flatMap((name: string) =>
  parseAllDocuments(fileText(name)).map((document) => document.toJS()),
);

export const podOf = (workload: Manifest) => workload.spec.template;
export const envOf = (container: Manifest): Record<string, string> =>
  Object.fromEntries((container.env ?? []).map((one: Manifest) => [one.name, one.value ?? ""]));

/** Errors of the compiler when each manifest is taken for what it says it is. */
export function typeErrors(documents: readonly Manifest[]): readonly string[] {
  const source = documents
    .map((document, index) => {
      const [group = "", version = group] = document.apiVersion.split("/");
      const path = group === version ? `core/${version}` : `${group.replace(/\.k8s\.io$/, "")}/${version}`;
      const type = `import("kubernetes-types/${path}").${document.kind}`;
      return `export const manifest${index}: ${type} = ${JSON.stringify(document, null, 1)};`;
    })
    .join("\n");
  const name = packageFile("manifests.ts");
  const options = {
    noEmit: true,
    strict: true,
    skipLibCheck: true,
    types: [],
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    module: ts.ModuleKind.ESNext,
  };
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  const exists = host.fileExists.bind(host);
  host.getSourceFile = (file, version) =>
    file === name ? ts.createSourceFile(file, source, version) : read(file, version);
  host.fileExists = (file) => file === name || exists(file);
  const program = ts.createProgram([name], options, host);
  return ts.getPreEmitDiagnostics(program).map((one) => ts.flattenDiagnosticMessageText(one.messageText, "\n"));
}
