import { test } from 'vitest'

/* Runs in place of the tests on PostgreSQL: see vitest.config.ts. */

// oxlint-disable-next-line vitest/no-disabled-tests -- it says what is not tested, and why
test.skip('the store on PostgreSQL is not tested, because none is installed: apt-get install postgresql', () => {})
