/** Faults of the folder of the data, told in a sentence with what to do: a stack would hide it. */
import { join, resolve } from "node:path";
import { DATA_FILE } from "./open-home.ts";

export class DataFault extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "DataFault";
  }
}

const folder = (dataDir: string): string => `The folder of the data, ${resolve(dataDir)},`;
const fileOf = (dataDir: string): string => resolve(join(dataDir, DATA_FILE));

const notAFolder = (dataDir: string) =>
  `${resolve(dataDir)} is no folder, or lies in a file: set DATA_DIR to a folder, which is made if it is not there.`;
const notMade = (dataDir: string) =>
  `${folder(dataDir)} can't be made: set DATA_DIR to a folder in a place that exists and may be written to.`;
const notWritable = (dataDir: string) =>
  `${folder(dataDir)} can't be written to: give this user the right to write there, or set DATA_DIR to another folder.`;
const full = (dataDir: string) =>
  `There is no room left for the data in ${resolve(dataDir)}: free some, then start again.`;
const damaged = (dataDir: string) =>
  `${fileOf(dataDir)} is damaged, or no data file of this program: put a copy of it back, or set DATA_DIR to another folder.`;
const notOpened = (dataDir: string) =>
  `${fileOf(dataDir)} can't be opened: see that it is a file that this user may read and write, or set DATA_DIR to another folder.`;
const locked = (dataDir: string) =>
  `${fileOf(dataDir)} is locked by another process: end that one, or set DATA_DIR to another folder.`;

type Told = (dataDir: string) => string;

const BY_CODE: Readonly<Record<string, Told>> = {
  EEXIST: notAFolder,
  ENOTDIR: notAFolder,
  EISDIR: notOpened,
  ENOENT: notMade,
  EACCES: notWritable,
  EPERM: notWritable,
  EROFS: notWritable,
  ENOSPC: full,
  EDQUOT: full,
};

/** SQLite's primary result codes: https://sqlite.org/rescode.html */
const BY_RESULT: Readonly<Record<number, Told>> = {
  5: locked,
  8: notWritable,
  10: notOpened,
  11: damaged,
  13: full,
  14: notOpened,
  26: damaged,
};

/** Runs what opens the data; what is wrong with the folder or the file is thrown as a DataFault. */
export async function openingData<T>(dataDir: string, open: () => Promise<T>): Promise<T> {
  try {
    return await open();
  } catch (error) {
    const told = toldOf(error);
    throw told ? new DataFault(told(dataDir), { cause: error }) : error;
  }
}

function toldOf(error: unknown): Told | undefined {
  if (!(error instanceof Error)) return undefined;
  if ("errcode" in error) return BY_RESULT[Number(error.errcode) & 0xff];
  return "code" in error ? BY_CODE[String(error.code)] : undefined;
}
