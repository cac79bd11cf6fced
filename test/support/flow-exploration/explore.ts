/** What is explored: places, and the moves between them. */
export interface World<Place, Move> {
  readonly beginning: Place
  readonly movesFrom: (place: Place) => readonly Move[]
  /** Where a move leads. The same object: nowhere. */
  readonly arrive: (from: Place, move: Move) => Place
  /** What is wrong with a move, or undefined. It is asked of each. `isSame`: it led to an equal place. */
  readonly judgeMove: (move: Move, to: Place, isSame: boolean) => string | undefined
  /** What is wrong with a place, or undefined. It is asked once of each. */
  readonly judgePlace: (place: Place) => string | undefined
  /** Equal for places that are one. */
  readonly hash: (place: Place) => number
}

export interface Exploration<Move> {
  /** Distinct places, the beginning among them. */
  readonly places: number
  /** Moves that were tried. */
  readonly moves: number
  /** Places first met at each depth. */
  readonly layers: readonly number[]
  /** What was wrong, each with the fewest moves that lead to it. */
  readonly complaints: readonly { readonly complaint: string; readonly way: readonly Move[] }[]
}

/** Walks breadth-first to every place that so many moves lead to. */
export function explore<Place, Move>(
  { beginning, movesFrom, arrive, judgeMove, judgePlace, hash }: World<Place, Move>,
  depth: number,
): Exploration<Move> {
  const seen = createHashSet()
  /** For each place, in the order of their finding: where from, and by which move. */
  const foundFrom: number[] = [-1]
  const foundBy: number[] = [-1]
  const layers = [1]
  const complaints = new Map<string, readonly Move[]>()
  let moves = 0
  let layer: Place[] = [beginning]
  let firstOfLayer = 0
  seen.add(hash(beginning))

  for (let steps = 1; steps <= depth; steps += 1) {
    const next: Place[] = []
    const firstOfNext = foundFrom.length
    for (const [index, place] of layer.entries()) {
      const possible = movesFrom(place)
      const hashHere = hash(place)
      moves += possible.length
      for (const [which, move] of possible.entries()) {
        const found = arrive(place, move)
        const hashThere = found === place ? hashHere : hash(found)
        const isSame = hashThere === hashHere
        const isNew = !isSame && seen.add(hashThere)
        const complaint = judgeMove(move, found, isSame) ?? (isNew ? judgePlace(found) : undefined)
        if (complaint !== undefined && !complaints.has(complaint)) {
          complaints.set(complaint, [...wayTo(firstOfLayer + index), move])
        }
        if (!isNew) continue
        foundFrom.push(firstOfLayer + index)
        foundBy.push(which)
        // Nobody goes on from the last ones.
        if (steps < depth) next.push(found)
      }
    }
    layers.push(foundFrom.length - firstOfNext)
    layer = next
    firstOfLayer = firstOfNext
  }
  return {
    places: foundFrom.length,
    moves,
    layers,
    complaints: [...complaints].map(([complaint, way]) => ({ complaint, way })),
  }

  function wayTo(index: number): Move[] {
    const steps: number[] = []
    for (let each = index; each > 0; each = foundFrom[each] ?? 0) steps.unshift(foundBy[each] ?? 0)
    const way: Move[] = []
    let place = beginning
    for (const which of steps) {
      const move = movesFrom(place)[which]
      if (move === undefined) break
      way.push(move)
      place = arrive(place, move)
    }
    return way
  }
}

/** A set of hashes in one typed array: millions of boxed numbers would be slow. */
function createHashSet(): { add: (hash: number) => boolean } {
  let slots = new Float64Array(2 ** 16)
  let size = 0

  /** False when it was there. Zero marks an empty slot. */
  function add(given: number): boolean {
    const hash = given || 1
    const mask = slots.length - 1
    let slot = (hash % 0x7fff_ffff) & mask
    for (let held = slots[slot]; held !== 0; held = slots[slot]) {
      if (held === hash) return false
      slot = (slot + 1) & mask
    }
    slots[slot] = hash
    size += 1
    if (size * 2 > slots.length) grow()
    return true
  }

  function grow(): void {
    const before = slots
    slots = new Float64Array(before.length * 2)
    size = 0
    for (const hash of before) if (hash !== 0) add(hash)
  }

  return { add }
}
