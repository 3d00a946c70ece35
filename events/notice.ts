import * as z from "zod/mini";
import { noticeSchema } from "../shared/domain/notice.ts";
import { defineEvent } from "./envelope.ts";

/** Fires when what was queued for staff on one rung of the ladder has had its time: if it did not go out, the next is tried. */
export const NoticeDelayed = defineEvent("notice.delayed", 1, noticeSchema);

/** Fires when staff should have had a notice long ago: if nobody has it, that is an alarm. `rounds`: how often it was raised. */
export const NoticeOverdue = defineEvent("notice.overdue", 1, z.extend(noticeSchema, { rounds: z.number() }));
