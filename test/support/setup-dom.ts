import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'
import { waitLimitMs } from './patience.ts'

configure({ asyncUtilTimeout: waitLimitMs })

// Testing Library sets this itself only when the test globals are on.
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

afterEach(() => {
  cleanup()
})
