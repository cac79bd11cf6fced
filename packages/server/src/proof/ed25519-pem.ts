const labels = { private: 'PRIVATE KEY', public: 'PUBLIC KEY' } as const

// How the DER of such a key begins and how long it is (RFC 8410): the name 1.3.101.112 stands in it.
const beginnings = {
  private: /^30..020100300506032b657004220420.{64}$/,
  public: /^302a300506032b6570032100.{64}$/,
} as const

/** Whether a text is this half of an Ed25519 key: PKCS #8 or SPKI. */
export function isEd25519Pem(pem: string, half: keyof typeof labels): boolean {
  const label = labels[half]
  const [, body] =
    new RegExp(`^-----BEGIN ${label}-----([^-]+)-----END ${label}-----$`).exec(pem) ?? []
  if (body === undefined) return false
  try {
    const der = atob(body.replaceAll(/\s/g, ''))
    const hex = Array.from(der, (each) => each.charCodeAt(0).toString(16).padStart(2, '0')).join('')
    return beginnings[half].test(hex)
  } catch {
    return false
  }
}
