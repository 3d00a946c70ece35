/** Every minute: what is due now is published. Reminders, expiries and resumed sends are events of the future. */
import { dueRows, hatch } from "../shared/stores/due.ts";
import { onSchedule } from "./reaction.ts";

export const handler = onSchedule(async (app) => {
  const now = app.clock.now();
  for (;;) {
    const rows = await dueRows(app.table, now);
    if (rows.length === 0) return;
    for (const row of rows) {
      const committed = await app.table.commit(hatch(row, now), { token: app.ids.random("cmt") });
      // Another tick may have been faster; a busy table is tried again in a minute.
      if (!committed.done && "busy" in committed) return;
    }
  }
});
