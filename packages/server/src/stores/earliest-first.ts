/** Something in a queue, and when its turn is. */
export interface Turn<T> {
  readonly at: number
  readonly item: T
  /** Where the queue has it. -1 once it is out. */
  place: number
}

/** A queue whose first is the earliest. Adding to it and taking from anywhere in it are both fast. */
export interface EarliestFirst<T> {
  readonly first: Turn<T> | undefined
  add(at: number, item: T): Turn<T>
  remove(turn: Turn<T>): void
}

export function createEarliestFirst<T>(): EarliestFirst<T> {
  // A binary heap: no turn is later than the two below it, at 2n + 1 and 2n + 2.
  const heap: Turn<T>[] = []

  function settle(turn: Turn<T>, hole: number): void {
    let place = hole
    const put = (moved: Turn<T>) => {
      heap[place] = moved
      moved.place = place
    }
    for (let above = parent(place); above && turn.at < above.at; above = parent(place)) {
      const freed = above.place
      put(above)
      place = freed
    }
    for (let below = child(place); below && below.at < turn.at; below = child(place)) {
      const freed = below.place
      put(below)
      place = freed
    }
    put(turn)
  }

  const parent = (place: number) => (place > 0 ? heap[(place - 1) >> 1] : undefined)

  function child(place: number): Turn<T> | undefined {
    const left = heap[2 * place + 1]
    const right = heap[2 * place + 2]
    return left && right && right.at < left.at ? right : left
  }

  return {
    get first() {
      return heap[0]
    },
    add(at, item) {
      const turn = { at, item, place: heap.length }
      settle(turn, heap.length)
      return turn
    },
    remove(turn) {
      const hole = turn.place
      if (hole < 0) return
      turn.place = -1
      const last = heap.pop()
      if (last && last !== turn) settle(last, hole)
    },
  }
}
