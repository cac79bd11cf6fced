'use client'

import { createVerifyClient } from '@phoneproof/client'
import { VerificationFlow } from '@phoneproof/react'
import '@phoneproof/react/styles.css'

// Your own backend, which adds the API key.
const client = createVerifyClient({ baseUrl: '/api/v2' })

export function VerifyPhone({ onDone }: { onDone: (phone: string) => void }) {
  return (
    <VerificationFlow
      client={client}
      brand="Acme"
      defaultCountry="GB"
      onVerified={({ phone }) => onDone(phone)}
    />
  )
}
