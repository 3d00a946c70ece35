/** Uploads: 5,000 a month, forgotten after 7 days. A picture with an address of its own is better sent by that. */
import type { Call } from "../call.ts";
import { ZaloError } from "../errors.ts";
import { recordOf, textOf } from "../json.ts";
import { LIMITS, within } from "../limits.ts";

export type Upload = {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** With an extension: Zalo goes by it. */
  readonly filename: string;
  readonly contentType: string;
};

type Kind = { readonly path: string; readonly most: number; readonly extension: RegExp };

const IMAGE: Kind = { path: "/v2.0/oa/upload/image", most: LIMITS.imageBytes, extension: /\.(jpe?g|png)$/i };
const GIF: Kind = { path: "/v2.0/oa/upload/gif", most: LIMITS.gifBytes, extension: /\.gif$/i };
const FILE: Kind = { path: "/v2.0/oa/upload/file", most: LIMITS.fileBytes, extension: /\.(pdf|docx?|csv)$/i };

export function uploadCalls(call: Call) {
  // An upload done twice does no harm, so a lost answer may be asked for again.
  const upload = async (kind: Kind, file: Upload) => {
    const form = formOf(kind, file);
    const data = recordOf(await call({ method: "POST", path: kind.path, form, repeatable: true, timeoutMs: 30_000 }));
    const id = textOf(data["attachment_id"]) ?? textOf(data["token"]);
    if (id === undefined) throw refused(kind, "unreadable", "a success without the upload's id");
    return id;
  };
  return {
    /** jpg or png; gives the attachment id. */
    uploadImage: (file: Upload) => upload(IMAGE, file),
    uploadGif: (file: Upload) => upload(GIF, file),
    /** pdf, doc, docx or csv; gives the token for sendFile. */
    uploadFile: (file: Upload) => upload(FILE, file),
  };
}

function formOf(kind: Kind, { bytes, filename, contentType }: Upload): FormData {
  within(bytes.byteLength, { call: `POST ${kind.path}`, what: "the size in bytes", least: 1, most: kind.most });
  if (!kind.extension.test(filename))
    throw refused(kind, "over-limit", "the file name has no extension that Zalo takes here; nothing was sent");
  const form = new FormData();
  form.set("file", new Blob([bytes], { type: contentType }), filename);
  return form;
}

function refused(kind: Kind, code: "over-limit" | "unreadable", meaning: string): ZaloError {
  return new ZaloError({ code, class: "drop", call: `POST ${kind.path}`, meaning });
}
