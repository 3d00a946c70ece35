/** Multinomial logistic regression over marks that are there or not: full batches in a fixed order, so that it always learns the same. */

export type Row = { readonly label: number; readonly features: readonly number[]; readonly weight?: number };
/** weights[feature * labels + label] */
export type Fit = { readonly weights: Float64Array; readonly labels: number; readonly features: number };
export type Options = {
  readonly labels: number;
  readonly features: number;
  /** Pull of every weight towards none, against the sum of the rows' losses. */
  readonly pull: number;
  readonly steps: number;
  /** Start from these, and leave at none what is none there. */
  readonly from?: Fit;
};

export function probabilities({ weights, labels }: Fit, features: readonly number[]): Float64Array {
  const scores = new Float64Array(labels);
  for (const feature of features)
    for (let label = 0; label < labels; label += 1) scores[label]! += weights[feature * labels + label]!;
  const most = scores.reduce((a, b) => Math.max(a, b), -Infinity);
  let sum = 0;
  for (let label = 0; label < labels; label += 1) sum += scores[label] = Math.exp(scores[label]! - most);
  return scores.map((score) => score / sum);
}

/** Adam: each weight goes by the running mean of its slope over that slope's usual size, in steps that grow smaller. */
export function fit(rows: readonly Row[], { labels, features, pull, steps, from }: Options): Fit {
  const size = labels * features;
  const weights = from === undefined ? new Float64Array(size) : from.weights.slice();
  const fixed = from === undefined ? null : from.weights.map((weight) => (weight === 0 ? 0 : 1));
  const [slope, mean, spread] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
  const model = { weights, labels, features };
  for (let step = 1; step <= steps; step += 1) {
    for (let at = 0; at < size; at += 1) slope[at] = pull * weights[at]!;
    for (const row of rows) {
      const off = probabilities(model, row.features);
      off[row.label]! -= 1;
      for (const feature of row.features)
        for (let label = 0; label < labels; label += 1)
          slope[feature * labels + label]! += (row.weight ?? 1) * off[label]!;
    }
    const rate = (0.1 * (1 + Math.cos((Math.PI * step) / steps))) / 2;
    const [warm, warmer] = [1 - 0.9 ** step, 1 - 0.99 ** step];
    for (let at = 0; at < size; at += 1) {
      if (fixed?.[at] === 0) continue;
      mean[at] = 0.9 * mean[at]! + 0.1 * slope[at]!;
      spread[at] = 0.99 * spread[at]! + 0.01 * slope[at]! ** 2;
      weights[at]! -= (rate * (mean[at]! / warm)) / (Math.sqrt(spread[at]! / warmer) + 1e-8);
    }
  }
  return model;
}
