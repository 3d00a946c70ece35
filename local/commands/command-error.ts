/** A command can't go on, for a reason that a sentence tells: no stack is shown. */
export class CommandError extends Error {
  override name = "CommandError";
}
