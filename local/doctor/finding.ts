/** What the doctor found: fine, worth knowing, or wrong; where wrong, its words name the cure. */
export type Level = "ok" | "note" | "wrong";
export type Finding = { level: Level; about: string; text: string };
