/**
 * The mathematics of the secret ballot, after docs/vote-protocol.md: strict reading, verifying of keys, ballots and partial decryptions, sums
 * and counts. Pure: no clock, no randomness, no keys, no I/O; the server holds no secret of a poll. Multiplications are slow (about half a
 * millisecond), so nothing here belongs on an event loop.
 */
package vn.nghisu.secret;
