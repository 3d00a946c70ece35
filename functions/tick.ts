/** Every minute: what is due now is published, and channels keep alive what dies by itself, whatever becomes of the other. */
import { type IsoTime } from "../shared/domain/time.ts";
import { type App } from "../shared/ports/app.ts";
import { type Item, type Write } from "../shared/ports/table.ts";
import { buryDue, dueRows, hatch } from "../shared/stores/due.ts";
import { onSchedule } from "./reaction.ts";

export const handler = onSchedule(async (app) => {
  try {
    await publishDue(app);
  } finally {
    await keepChannels(app);
  }
});

/** Reminders, expiries and resumed sends are events of the future. */
async function publishDue(app: App): Promise<void> {
  const now = app.clock.now();
  for (;;) {
    const rows = await dueRows(app.table, now);
    if (rows.length === 0) return;
    for (const row of rows) {
      const committed = await app.table.commit(hatched(app, row, now), { token: app.ids.random("cmt") });
      // Another tick may have been faster; a busy table is tried again in a minute.
      if (!committed.done && "busy" in committed) return;
    }
  }
}

/** A row that can't be read would stop all that are due after it: it is put aside. */
function hatched({ log }: App, row: Item, now: IsoTime): readonly Write[] {
  try {
    return hatch(row, now);
  } catch (error) {
    log.error("tick.due-unreadable", error, { row: row.sk });
    return buryDue(row);
  }
}

/** One channel's trouble is not another's. */
async function keepChannels(app: App): Promise<void> {
  for (const name of app.channels.names) {
    try {
      await (await app.channels.get(name))?.upkeep?.();
    } catch (error) {
      app.log.error("channel.upkeep-failed", error, { channel: name });
    }
  }
}
