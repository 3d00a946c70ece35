/** DynamoDB Local from Maven Central, kept in .cache/dynamodb-local. Its licence forbids passing it on: each clone fetches its own. */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

const VERSION = "3.3.1";
const FETCH_MS = 180_000;
const CACHE = join(import.meta.dirname, "../../.cache/dynamodb-local");

const POM = `<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>local</groupId><artifactId>dynamodb-local</artifactId><version>1</version><packaging>pom</packaging>
<dependencies><dependency><groupId>software.amazon.dynamodb</groupId><artifactId>DynamoDBLocal</artifactId>
<version>${VERSION}</version></dependency></dependencies></project>
`;

export type Jars = { readonly folder: string } | { readonly missing: string };

/** Answers the folder of the jars and native libraries, or what is missing. Fetching 50 MB is for whoever asks for it. */
export async function dynamoDbJars({ fetch }: { fetch: boolean }): Promise<Jars> {
  const java = await javaVersion();
  if (java === undefined) return { missing: "no Java on this machine" };
  if (java < 17) return { missing: `Java ${java} is too old, DynamoDB Local needs 17` };
  const folder = join(CACHE, VERSION);
  if (existsSync(folder)) return { folder };
  if (!fetch) return { missing: "not fetched yet: node tests/dynamodb-local/fetch.ts" };
  try {
    await fetchJars(folder);
    return { folder };
  } catch (error) {
    const why = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
    return { missing: `Maven could not fetch it (${why})` };
  }
}

async function javaVersion(): Promise<number | undefined> {
  try {
    const { stderr, stdout } = await run("java", ["-version"]);
    const major = /version "(?:1\.)?(\d+)/.exec(stderr + stdout)?.[1];
    return major === undefined ? undefined : Number(major);
  } catch {
    return undefined;
  }
}

/** The folder appears whole or not at all, so that an interrupted fetch starts anew. */
async function fetchJars(folder: string): Promise<void> {
  await mkdir(CACHE, { recursive: true });
  const partial = `${folder}.${process.pid}.partial`;
  const pom = join(CACHE, `pom-${process.pid}.xml`);
  await writeFile(pom, POM);
  try {
    const goal = ["dependency:copy-dependencies", `-DoutputDirectory=${partial}`, "-DincludeScope=runtime"];
    await run("mvn", ["--batch-mode", "--quiet", "--file", pom, ...goal], { timeout: FETCH_MS });
    if (!existsSync(folder)) await rename(partial, folder);
  } finally {
    await rm(pom, { force: true });
    await rm(partial, { recursive: true, force: true });
  }
}
