/** Keeps what was logged, so that a test can read it. */
import { type Log, type LogFields } from "../../shared/ports/log.ts";

export type LogEntry = { level: "info" | "warn" | "error"; event: string; fields: LogFields; error?: unknown };

export type CollectingLog = Log & { readonly entries: readonly LogEntry[] };

export function collectingLog(): CollectingLog {
  const entries: LogEntry[] = [];
  return {
    entries,
    info: (event, fields = {}) => entries.push({ level: "info", event, fields }),
    warn: (event, fields = {}) => entries.push({ level: "warn", event, fields }),
    error: (event, error, fields = {}) => entries.push({ level: "error", event, fields, error }),
  };
}
