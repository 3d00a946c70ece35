/**
 * One SQLite file with group commit: writes that are asked for in one turn of the event loop share a transaction,
 * and each is acknowledged after the COMMIT. Reads are synchronous and see what is committed.
 */
import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import { SCHEMA, SCHEMA_VERSION } from "./schema.ts";

export type SqliteOptions = {
  /** Path of the file, or ":memory:". */
  path: string;
  /** FULL survives a power cut; NORMAL survives the end of the process, and may lose the last moments of a power cut. */
  synchronous?: "FULL" | "NORMAL";
};

type Job = {
  readonly run: () => unknown;
  readonly durable: boolean;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
};

type Outcome = { job: Job; value: unknown } | { job: Job; error: unknown };

/** Nothing was written: another process kept the file locked for 2 s. */
export class FileBusy extends Error {}

/** More would keep the event loop from people who wait. */
const JOBS_PER_TRANSACTION = 500;
const OPEN_TIMEOUT_MS = 5000;
/** SQLite waits inside the call and holds up the event loop, so the longer waits are ours. */
const LOCK_WAIT_MS = 20;
const RETRIES = [10, 20, 40, 80, 160, 320, 500, 500];
const SQLITE_BUSY = 5;

export class SqliteFile {
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  readonly #listeners = new Set<(topics: ReadonlySet<string> | "all") => void>();
  readonly #whenSure: "FULL" | "NORMAL";
  #synchronous = "";
  #waiting: Job[] = [];
  #scheduled = false;
  #tries = 0;
  #touched = new Set<string>();
  #dataVersion: unknown;

  constructor({ path, synchronous = "FULL" }: SqliteOptions) {
    this.#whenSure = synchronous;
    this.#database = new DatabaseSync(path, { timeout: OPEN_TIMEOUT_MS });
    // fullfsync: on macOS a plain fsync does not reach the disk.
    this.#database.exec("PRAGMA journal_mode = WAL; PRAGMA fullfsync = ON; PRAGMA temp_store = MEMORY");
    this.#database.exec("BEGIN IMMEDIATE");
    this.#migrate(path);
    this.#database.exec("COMMIT");
    this.#database.exec(`PRAGMA busy_timeout = ${LOCK_WAIT_MS}; PRAGMA journal_size_limit = 67108864`);
    this.#dataVersion = this.get("PRAGMA data_version")?.["data_version"];
  }

  #migrate(path: string): void {
    const version = Number(this.get("PRAGMA user_version")?.["user_version"]);
    if (version > SCHEMA_VERSION)
      throw new Error(`${path} was written by a later version of this program (schema ${version}): update the program`);
    if (version === 0) this.#database.exec(`${SCHEMA}; PRAGMA user_version = ${SCHEMA_VERSION}`);
  }

  #prepared(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known) return known;
    const statement = this.#database.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }

  get(sql: string, ...values: SQLInputValue[]): Record<string, unknown> | undefined {
    return this.#prepared(sql).get(...values);
  }

  all(sql: string, ...values: SQLInputValue[]): Record<string, unknown>[] {
    return this.#prepared(sql).all(...values);
  }

  /** For use inside a write's job. */
  run(sql: string, ...values: SQLInputValue[]): { changes: number; id: number } {
    const { changes, lastInsertRowid } = this.#prepared(sql).run(...values);
    return { changes: Number(changes), id: Number(lastInsertRowid) };
  }

  /** For use inside a write's job: listeners hear of the topic after the commit. */
  touch(topic: string): void {
    this.#touched.add(topic);
  }

  /**
   * Runs the job within the next transaction; a job that throws is undone alone.
   * `durable: false` skips the wait for the disk: after a power cut the job may not have happened.
   */
  write<T>(run: () => T, { durable = true }: { durable?: boolean } = {}): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push({ run, durable, resolve: resolve as (value: unknown) => void, reject });
      this.#schedule();
    });
  }

  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      this.#flush();
    });
  }

  #flush(): void {
    const jobs = this.#waiting.splice(0, JOBS_PER_TRANSACTION);
    if (jobs.length === 0) return;
    this.#touched = new Set();
    try {
      const outcomes = this.#transaction(jobs);
      this.#tries = 0;
      for (const outcome of outcomes)
        if ("error" in outcome) outcome.job.reject(outcome.error);
        else outcome.job.resolve(outcome.value);
    } catch (error) {
      this.#failed(jobs, error);
      return;
    }
    if (this.#waiting.length > 0) this.#schedule();
    if (this.#touched.size > 0) this.#tell(this.#touched);
  }

  #transaction(jobs: readonly Job[]): readonly Outcome[] {
    this.#setSynchronous(jobs.some(({ durable }) => durable) ? this.#whenSure : "NORMAL");
    this.#database.exec("BEGIN IMMEDIATE");
    try {
      const outcomes = jobs.map((job) => this.#attempt(job));
      this.#database.exec("COMMIT");
      return outcomes;
    } catch (error) {
      if (this.#database.isTransaction) this.#database.exec("ROLLBACK");
      throw error;
    }
  }

  #attempt(job: Job): Outcome {
    this.run("SAVEPOINT job");
    try {
      const value = job.run();
      this.run("RELEASE job");
      return { job, value };
    } catch (error) {
      // A full disk ends the whole transaction, and then no job of it has happened.
      if (!this.#database.isTransaction) throw error;
      this.run("ROLLBACK TO job");
      this.run("RELEASE job");
      return { job, error };
    }
  }

  #setSynchronous(mode: "FULL" | "NORMAL"): void {
    if (mode === this.#synchronous) return;
    this.#database.exec(`PRAGMA synchronous = ${mode}`);
    this.#synchronous = mode;
  }

  #failed(jobs: readonly Job[], error: unknown): void {
    const delay = isBusy(error) ? RETRIES[this.#tries++] : undefined;
    if (delay !== undefined) {
      this.#waiting.unshift(...jobs);
      this.#scheduled = true;
      setTimeout(() => {
        this.#scheduled = false;
        this.#flush();
      }, delay);
      return;
    }
    this.#tries = 0;
    const reason = isBusy(error) ? new FileBusy("The data file stayed locked by another process for 2 s") : error;
    for (const job of jobs) job.reject(reason);
    if (this.#waiting.length > 0) this.#schedule();
  }

  /** Hears of the topics that a commit touched; "all" when another process may have touched any. */
  onChange(listener: (topics: ReadonlySet<string> | "all") => void): void {
    this.#listeners.add(listener);
  }

  #tell(topics: ReadonlySet<string> | "all"): void {
    for (const listener of this.#listeners) listener(topics);
  }

  /** Asks whether another process wrote since the last time, and tells the listeners if it did. */
  lookElsewhere(): void {
    const version = this.get("PRAGMA data_version")?.["data_version"];
    if (version === this.#dataVersion) return;
    this.#dataVersion = version;
    this.#tell("all");
  }

  /** For a consistent copy while the file is in use. */
  copyTo(path: string): void {
    this.#prepared("VACUUM INTO ?").run(path);
  }

  async close(): Promise<void> {
    while (this.#waiting.length > 0) await this.write(() => undefined, { durable: false });
    this.#statements.clear();
    this.#database.close();
  }
}

const isBusy = (error: unknown): boolean =>
  error instanceof Error && "errcode" in error && (Number(error.errcode) & 0xff) === SQLITE_BUSY;
