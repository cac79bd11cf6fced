/** More than this happens to nobody. */
const many = 1_000

/** Whether a value of somebody else's is a plausible number of things. */
export const isCount = (value: unknown): value is number =>
  Number.isInteger(value) && Number(value) >= 0 && Number(value) < many
