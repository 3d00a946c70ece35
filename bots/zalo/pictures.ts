/** Which addresses may be given to Zalo: its servers fetch every picture themselves. */

/** The whole address as Zalo can fetch it; undefined where it can't. `plainHttp`: the Zalo we speak to is a simulator here. */
export function pictureAddress(address: string | undefined, plainHttp: boolean): string | undefined {
  if (address === undefined || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  return url.protocol === "https:" || (plainHttp && url.protocol === "http:") ? url.href : undefined;
}
