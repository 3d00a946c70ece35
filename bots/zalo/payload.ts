/** A tap reaches us as a text of the person's, so what we put on buttons bears a mark. Anybody can type it: it proves nothing. */

const MARK = "#";
/** `menu`, `show:ocop-12`, `group:3:0`: a name, then perhaps facts. "#1 gói" and "#đặcsản" are what people write. */
const MARKED = /^#([a-z]+(?::\S*)?)$/;

export const marked = (payload: string): string => MARK + payload;

/** Undefined for what is no tap. */
export const payloadOf = (text: string): string | undefined => MARKED.exec(text)?.[1];
