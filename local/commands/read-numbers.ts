/** "--kills 500 --seed 7" over what holds where nothing is said; undefined for any other name or what is no whole number from 1 to 1000000. */
export function readNumbers<Name extends string>(
  args: readonly string[],
  usual: Readonly<Record<Name, number>>,
): Readonly<Record<Name, number>> | undefined {
  const wanted: Record<Name, number> = { ...usual };
  for (let place = 0; place < args.length; place += 2) {
    const [name = "", value = ""] = args.slice(place, place + 2);
    if (!(name in usual) || !/^[1-9]\d{0,5}$|^1000000$/.test(value)) return undefined;
    wanted[name as Name] = Number(value);
  }
  return wanted;
}
