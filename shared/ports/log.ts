/** Structured log. Fields carry ids and counts, never what a person said, is called or can be reached by. */

export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>;

export interface Log {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  /** `error.message` and `error.stack` are written after redaction. */
  error(event: string, error: unknown, fields?: LogFields): void;
}
