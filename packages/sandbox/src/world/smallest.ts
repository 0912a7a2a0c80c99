/**
 * The `count` smallest of the items, in order: a bounded heap, so that one page of a large table costs one comparison
 * for nearly every row and not a sort of all of them. Stable orders need a `compare` without ties.
 */
export function smallest<T>(items: Iterable<T>, count: number, compare: (a: T, b: T) => number): T[] {
  // the largest kept item is on top, ready to be thrown out
  const heap: T[] = []
  for (const item of items) {
    if (heap.length < count) {
      heap.push(item)
      rise(heap, compare)
    } else if (count > 0 && compare(item, heap[0]!) < 0) {
      heap[0] = item // the heap is full, so it has a top
      sink(heap, compare)
    }
  }
  return heap.sort(compare)
}

/* Indices below stay inside the heap, which is why its items are there. */

function rise<T>(heap: T[], compare: (a: T, b: T) => number) {
  let at = heap.length - 1
  while (at > 0) {
    const parent = (at - 1) >> 1
    if (compare(heap[at]!, heap[parent]!) <= 0) return // inside, as said above
    swap(heap, at, parent)
    at = parent
  }
}

function sink<T>(heap: T[], compare: (a: T, b: T) => number) {
  let at = 0
  for (;;) {
    let largest = at
    for (const child of [2 * at + 1, 2 * at + 2])
      if (child < heap.length && compare(heap[child]!, heap[largest]!) > 0) largest = child // inside, as said above
    if (largest === at) return
    swap(heap, at, largest)
    at = largest
  }
}

function swap(heap: unknown[], a: number, b: number) {
  const item = heap[a]
  heap[a] = heap[b]
  heap[b] = item
}
