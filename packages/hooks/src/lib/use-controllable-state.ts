'use client'
import { useState } from 'react'

export interface ControllableOptions<T> {
  /** The value from outside; undefined leaves the state to us. */
  value: T | undefined
  /** Where an uncontrolled value starts. */
  defaultValue: T
}

/** Controlled when `value` is defined, else our own state. The caller reports changes. */
export function useControllableState<T>(
  options: ControllableOptions<T>,
): [value: T, setUncontrolled: (next: T) => void] {
  const [own, setOwn] = useState(options.defaultValue)
  return [options.value ?? own, setOwn]
}
