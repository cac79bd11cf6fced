import { PureArgsTable } from '@storybook/addon-docs/blocks'
import type { ReactNode } from 'react'
import { argTypesNamed } from './arg-types.ts'

/** A table of the types: `<TypeTable of="useCodeInput returns" />`. */
export function TypeTable({ of: name }: { of: string }): ReactNode {
  const rows = argTypesNamed(name)
  if (Object.keys(rows).length === 0) throw new Error(`Nothing is known of ${name}.`)
  return <PureArgsTable rows={rows} />
}
