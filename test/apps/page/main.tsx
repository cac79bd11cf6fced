import { createVerifyClient } from '@phoneproof/client'
import { VerificationFlow } from '@phoneproof/react'
import { createRoot } from 'react-dom/client'
import '@phoneproof/react/styles.css'

const client = createVerifyClient({ baseUrl: '/api/v2', resume: true })

const root = document.querySelector('#root')
if (!root) throw new Error('index.html has no #root')
createRoot(root).render(
  <VerificationFlow
    client={client}
    brand="Acme"
    onVerified={({ phone }) => console.log(`${phone} is verified`)}
  />,
)
