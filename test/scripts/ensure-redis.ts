// Makes sure a Redis is there before the tests run, which start their own and no service.
import { rmSync, writeFileSync } from 'node:fs'
import { findRedis, noRedis } from '../support/redis-server.ts'
import { apt, aptInstall, isDebianRoot } from './apt.ts'

// Debian asks this file whether a package may start its service. 101 says no.
const servicePolicy = '/usr/sbin/policy-rc.d'

function withoutService(install: () => void): void {
  try {
    writeFileSync(servicePolicy, '#!/bin/sh\nexit 101\n', { mode: 0o755, flag: 'wx' })
  } catch {
    // There is one already, as in a container. It is not ours to replace.
    install()
    return
  }
  try {
    install()
  } finally {
    rmSync(servicePolicy)
  }
}

if (findRedis() === undefined && isDebianRoot()) {
  withoutService(() => {
    apt('update')
    aptInstall('redis-server')
  })
}
if (findRedis() === undefined) {
  console.error(noRedis)
  process.exit(1)
}
